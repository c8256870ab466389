"""Write `copydesk.schema.json` anew, after the settings of copydesk or one of its checks have changed."""

from __future__ import annotations

from flows.settings.schema import FILE, text

if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
