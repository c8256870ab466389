"""What copydesk costs and how right it is, measured by command."""
