// The third round of the programme as its public page describes it: the round that ships with the product.
// Polish here is data. Where the page says nothing (privacy, rules version) the value is a default of ours.

import { asId } from '../ids.ts';
import { asMinutes } from '../time.ts';
import type { ProgrammeRound } from './round.ts';

export const THIRD_ROUND: ProgrammeRound = {
  id: asId('prb-3'),
  name: 'III runda PRB',
  programme: 'Partnerstwa lokalne',
  organiser: 'Stowarzyszenie Centrum Wspierania Aktywności Lokalnej CAL',
  rulesVersion: '1',
  allowance: asMinutes(24 * 60),
  themes: [
    {
      theme: 'buildPartnership',
      short: 'Zawiązanie',
      title: 'Budowanie partnerstwa projektowego („Aktywna Biblioteka”)',
    },
    {
      theme: 'analyseEffectiveness',
      short: 'Efektywność',
      title: 'Analiza osiągnięć i efektywności partnerstwa',
    },
    {
      theme: 'longTermProspects',
      short: 'Perspektywy',
      title: 'Perspektywy długoterminowej współpracy',
    },
  ],
  benefits: {
    promotion: 'promocja, rozpoznawalność, wzmocnienie wizerunku poszczególnych partnerów',
    coordination: 'koordynacja działań i zwiększenie efektywności działań poszczególnych instytucji',
    funding: 'pozyskanie dodatkowych środków finansowych na wspólne projekty partnerskie',
    exchange: 'wymiana informacji, doświadczeń, wiedzy, zasobów, wzajemne inspiracje',
    trust: 'budowanie relacji, wzmacnianie zaufania',
    communityEngagement: 'angażowanie społeczności lokalnej',
    localNeeds: 'zaspokajanie potrzeb lokalnych',
    rulesWithAuthorities: 'wypracowanie zasad współpracy z władzami',
    mediation: 'mediacje w sytuacji konfliktu między środowiskami',
  },
  contact: {
    name: 'Aleksandra Kaliszewska, Lidia Skassa',
    phones: ['22 121 59 10', '607 748 024'],
    address: 'ul. Paca 40, 04-386 Warszawa',
    website: 'www.cal.org.pl',
  },
  materials: [
    { key: 'rules', title: 'Regulamin programu budowania partnerstw dla III rundy PRB' },
    {
      key: 'attachment1',
      title: 'Załącznik 1. Plan rozwoju współpracy partnerskiej / partnerstwa lokalnego',
    },
    { key: 'attachment2', title: 'Załącznik 2. Lista obecności' },
    { key: 'presentation', title: 'Prezentacja o CAL' },
    { key: 'logos', title: 'Logotypy CAL' },
  ],
  grantCompetition: 'Aktywna Biblioteka',
  privacy: { controller: '', inspector: '', retentionYears: 5, clauseUrl: '' },
};
