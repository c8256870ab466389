"""Texts of our own for the rules' examples, long enough for the formulas."""

from __future__ import annotations

ORDINANCE = """\
The introduction of a central purchasing office within the municipal administration requires that each of the \
departments hand over responsibility for the acquisition of equipment, the negotiation of contracts and the \
supervision of suppliers to a coordinating authority, which is expected to establish uniform criteria for \
evaluation. After the completion of a preliminary consultation phase, recommendations concerning the distribution of \
competencies will be submitted to the supervisory committee, whose members retain discretion regarding the order of \
individual measures. Implementation depends on the availability of supplementary financial resources, and the \
verification of compliance with applicable regulations remains an obligation of the originating department until the \
transitional arrangements have been formally concluded. Deviations from the stipulated procedure require written \
justification and are subject to retrospective examination by the auditing division, in accordance with the \
provisions of the ordinance."""

DOCTRINE = """\
The prevailing interpretation of institutional accountability presupposes a congruence between the articulation of \
collective preferences and the mechanisms of their aggregation, an assumption that empirical investigations of \
participatory procedures have repeatedly called into question. Comparative analyses of deliberative assemblies \
indicate that the legitimacy attributed to their recommendations correlates less with representativeness than with \
the transparency of the selection process and the responsiveness of the commissioning authorities. Proponents of \
aggregative conceptions nevertheless maintain that procedural neutrality constitutes an indispensable safeguard \
against the domination of deliberation by articulate minorities. The resulting controversy illustrates the \
difficulty of reconciling normative expectations with the heterogeneity of institutional contexts in which \
participation occurs."""

PURCHASING = """\
The town is changing how it buys things. Three offices used to order paper, desks and vans on their own, and each \
paid a different price. From May, one team will order for all of them. It will ask each office what it needs, look \
for the best price and publish what it paid. We asked the people who do this work what went wrong before. They told \
us that orders were lost, that nobody knew who had signed them, and that small shops had no chance to bid. The new \
team will fix these three things first. Every order gets a number, a name and a date. Small shops can see what is \
wanted and send in a price by post or by phone. We will tell you each spring how much money this has saved."""

ORCHARD = """\
The old orchard behind the school had been left alone for twenty years. Brambles grew between the rows, and most of \
the trees had not been cut back since the last teacher who cared for them moved away. Then a class of ten-year-olds \
asked if they might have it. They started with one tree. A man from the next village showed them where to cut, and \
they stacked the dead wood by the fence for the hedgehogs. In the second year they cleared four rows and found a \
kind of pear that nobody could name. A woman from the fruit museum came to look at it. She took three leaves and a \
twig home with her and wrote back in June: it was a cooking pear, last listed in a seller's book from before the \
war."""

FERRY = """\
The ferry runs on a cable, so it needs no engine and makes no noise. The river does the work. The ferryman turns the \
boat a little against the stream, and the water pushes it across. It takes four minutes when the river is high and \
nine when it is low. In a dry August it does not run at all, and people drive the long way round by the bridge. \
Eleven cars fit on it, or one bus and two cars. Most of those who cross live on the far side and work in the town. \
They pay by the month, and he knows them all. He says the best time is the first trip in October, when there is mist \
on the water and you cannot see either bank from the middle."""

BAKERY = """\
Bread takes time, and time is what a bakery does not have at four in the morning. That is why the dough is made the \
day before. It sits in the cold room for eighteen hours and grows slowly, and that is where the taste comes from. \
Flour, water and salt are all that goes in, with a spoon of the dough from the day before that. The oven is the \
oldest thing in the shop. It was built from stone in the year the station opened, and it has been cold only twice \
since then. Once was when the river came in. The other time the baker went to his sister's wedding, and the whole \
street had to eat toast. He has never done it again, he says, and nobody has dared to ask him to."""

LIBRARY = """\
You can borrow more than books here. On the shelf by the door there are drills, cake tins, a sewing machine and two \
tents. It began with a drill. A man gave it to the library because he had used it once in ten years, and within a \
week there was a list of people who wanted it next. Now there are four hundred things. You pay nothing, but you must \
bring them back clean and within two weeks. If something breaks, you tell the desk and fill in a card. Most things \
that break get fixed by a group of people who meet on Tuesdays in the back room and drink a great deal of tea. They \
turned away only one thing so far. It was a boat, and it would not go through the door."""

ALLOTMENT = """\
There is a list for the gardens by the railway, and it is nine years long. Some people put their names on it when a \
child is born. Each plot is as wide as a tennis court and half as long, and what you may do on it is written down in \
a small green book. You may keep bees but not hens. You may build a shed, but it must be made of wood and no higher \
than the hedge. Water comes from a tap that is shared by eight plots and is turned off from November to March. On \
the last Sunday in August everyone brings what they have too much of and puts it on a long table by the gate. By \
noon there are only marrows left, and somebody always makes a speech."""
