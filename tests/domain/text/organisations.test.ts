import { describe, expect, it } from 'vitest';
import { isOrganisationType } from '../../../src/domain/organisationType.ts';
import { guessOrganisationType } from '../../../src/domain/text/guessOrganisationType.ts';
import { organisationKey } from '../../../src/domain/text/organisationKey.ts';

describe('the identity of an organisation', () => {
  it.each([
    ['KGW „Polanki”', 'Koło Gospodyń Wiejskich "Polanki"'],
    ['OSP  Zawada', "O.S.P. 'Zawada'".replaceAll('.', '')],
    ['GOK w Bystrej', 'Gminny Ośrodek Kultury w Bystrej'],
    ['SP nr 1', 'Szkoła Podstawowa nr 1'],
    ['Parafia pw. św. Wojciecha', 'PARAFIA PW ŚW. WOJCIECHA'],
    ['Drew-Pol sp. z o.o.', 'DREW-POL Sp. z oo'],
  ])('is the same for %j and %j', (a, b) => {
    expect(organisationKey(a)).toBe(organisationKey(b));
  });

  it.each([
    ['OSP Zawada', 'OSP w Zawadzie'],
    ['SP nr 1', 'SP nr 2'],
    ['Klub 🙂', 'Klubik'],
    ['🙂', '🙁'],
  ])('is not the same for %j and %j', (a, b) => {
    expect(organisationKey(a)).not.toBe(organisationKey(b));
  });

  it('does not take a company for a school', () => {
    expect(organisationKey('Drew sp. z o.o.')).not.toContain('szkola');
  });
});

describe('the kind of an organisation', () => {
  it.each([
    ['Urząd Gminy Stare Pole; referat promocji', 'localGovernment'],
    ['Sołectwo Zawada', 'localGovernment'],
    ['GOPS', 'localGovernment'],
    ['Szkoła Podstawowa im. Jana Kochanowskiego w Starym Polu', 'school'],
    ['Uniwersytet Trzeciego Wieku', 'ngo'],
    ['Gminny Ośrodek Kultury', 'culture'],
    ['Biblioteka, filia w Zawadzie', 'culture'],
    ['KGW „Polanki”', 'ngo'],
    ['Stowarzyszenie Przyjaciół Szkoły', 'ngo'],
    ['Lokalna Grupa Działania', 'ngo'],
    ['Ludowy Zespół Sportowy „Orkan”', 'ngo'],
    ['grupa nieformalna „Babki z ulicy Szkolnej”', 'informal'],
    ['Klub Seniora "Pogodna Jesień"', 'informal'],
    ['Firma Usługowa ŹDŹBŁO', 'business'],
    ['Bank Spółdzielczy', 'business'],
    ['Parafia pw. św. Wojciecha', 'parish'],
    ['Ochotnicza Straż Pożarna w Starym Polu', 'services'],
    ['OSP', 'services'],
    ['Komenda Powiatowa Policji', 'services'],
    ['wolontariuszka, uczennica klasy 8', 'other'],
    ['', 'other'],
  ])('is read from the name %j: %s', (name, type) => {
    expect(guessOrganisationType(name)).toBe(type);
  });

  it('of a name of a megabyte is found without delay', () => {
    expect(guessOrganisationType('a'.repeat(1_000_000))).toBe('other');
  });

  it('is one of the closed list', () => {
    expect(isOrganisationType('parish')).toBe(true);
    expect(isOrganisationType('Parafia')).toBe(false);
  });
});
