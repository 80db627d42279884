// What belongs in each section of the plan, an example, and a question to ask the partners.
import type { planGuides as polish } from '../pl/planGuides.ts';

export const planGuides: typeof polish = {
  profile: {
    about:
      'Who you are as a partnership: where the cooperation comes from, which area it covers, who coordinates it and who leads the meetings. Name, gmina and library stand above and need not be repeated.',
    example:
      '“We have been meeting since September. It began with the harvest festival that the library, the school and the farmers’ wives circle held together. We cover the whole gmina: seven villages and two branch libraries.”',
    question: 'What have we already done together, and what went well?',
  },
  needs: {
    about:
      'What the people here lack, and what gets in the way of more than one institution. One matter a row, named as people speak of it. Partners mark whether it matters to them: that shows what is truly common.',
    example:
      '“After school young people have nowhere to go: the day room closes at 3, the last bus leaves at 4.”',
    question: 'What do people bring to you that you cannot solve alone?',
  },
  partners: {
    about:
      'Why each partner is at the table: what its interest is, what it expects of the others and what it brings. Also those who are not here yet and without whom it will not work.',
    example:
      '“Fire brigade: wants young people to join. Expects help with writing applications. Brings the hall in the fire station and transport.”',
    question: 'What would have to happen for you to say in a year: it was worth it?',
  },
  resources: {
    about:
      'What is already here: people and their skills, places, equipment, money, knowledge and contacts. Be concrete, and name the institution that gives it. Then you can see which need it answers.',
    example:
      '“The culture centre’s hall for 120 people with a projector, free on Tuesdays and Thursdays after 5.”',
    question: 'What stands unused with you for part of the week and would help somebody?',
  },
  vision: {
    about:
      'How things will be in three to five years if it works, and which interest all of you share. A few sentences that every partner could repeat in their own words.',
    example:
      '“The library is a place to come to without wanting a book. Every institution in the gmina knows what the others do, and once a year we do something big together.”',
    question: 'What will people here notice first when our cooperation works?',
  },
  goals: {
    about:
      'Where you want to get to, and how you will know. One or two indicators for each goal: how much there is now, how much there should be. Three goals that are remembered are better than ten in a drawer.',
    example: '“Young people come back to the library. Participants a month: now 0, in June 25.”',
    question: 'Which number will tell us in a year that we are closer?',
  },
  activities: {
    about:
      'Who does what, until when, for what money and with what result. Every activity has one owner, even when several institutions do it. A decision of a meeting becomes an activity with one tap.',
    example: '“Buying board games. Library, until 15 December, 1,800 zł from the grant.”',
    question: 'What of this can you begin within a month, and who makes the first call?',
  },
  project: {
    about:
      'The project for the grant contest “Aktywna Biblioteka”: what you will do, for whom, what the partners put in. Write down too what stays when the grant is over.',
    example:
      '“A game and film club for grades 6 to 8. The library runs it, the school invites, the fire brigade brings people from the villages. After the grant the games stay, and volunteers go on.”',
    question: 'What can the library not do without you, even with the money?',
  },
  longTermConcept: {
    about:
      'Cooperation for strategic goals, in which one grant is only a stage. What is to last for years, which documents of the gmina it belongs to, and how you will meet when the programme is over.',
    example:
      '“The partnership works alongside the gmina’s development strategy. A meeting every quarter, a common plan every year, and we tell each other of new projects before we apply.”',
    question: 'What should still work when none of us holds their present post?',
  },
  roles: {
    about:
      'Who coordinates, who is in touch with whom, how you decide. How you speak with the mayor and the council. What you do when two sides disagree: whom to go to first, and who helps to settle it.',
    example:
      '“We decide at meetings, when nobody is against. Once a year we tell the council what we did. In a dispute the talk is led by somebody both sides agree to.”',
    question: 'What could we most easily quarrel about, and what will we do then?',
  },
  promotion: {
    about:
      'How people and the authorities hear of what you do, and how each partner is seen in it. Where you announce things, who writes, whose logos stand on the poster.',
    example:
      '“A poster in the shops and on the village boards a week before, a post on all partners’ pages on the same day, everybody’s logo on each.”',
    question: 'How do your people really find out that something is going on?',
  },
  evaluation: {
    about:
      'The partnership should bring nine benefits. For each, write how you will know that it is really there, who checks and when. Some may not concern you.',
    example:
      '“Trust: within a year every partner has borrowed something from another at least once. The library checks, in June.”',
    question: 'Which of these benefits matters most to you, and which is not to be seen at all yet?',
  },
  sustainability: {
    about:
      'What stays when the facilitator’s hours and the grant are used up. Who calls meetings, where the means come from, how new people are brought in when somebody leaves.',
    example:
      '“We meet every quarter, at each partner’s in turn. The host calls the meeting and writes down what was decided. A new person gets this plan and a talk with the library.”',
    question: 'What will last if in a year each of us has half the time?',
  },
  acceptance: {
    about:
      'What you agree to, and from when it holds. When the plan is ready, a version of it is kept and every institution accepts it. Later changes are seen as changes.',
    example: '“The plan holds from 1 January. We go through it at the third meeting and then every year.”',
    question: 'Is there anything here that your institution cannot put its name to?',
  },
};
