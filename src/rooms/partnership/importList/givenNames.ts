// Given names met on lists in Poland, to tell "Nowak Anna" from "Anna Nowak". Only a sign among others: a name that is
// missing here merely says nothing. Kept out of the domain, because it is loaded with the import alone.

import { foldedWords } from '../../../domain/text/foldPolish.ts';

// Folded. Names that are common as surnames too (Marek, Adam, Michał …) are judged by the whole column, not by a row.
const NAMES = `
ada adam adela adrian adrianna agata agnieszka alan albert aldona aleks aleksander aleksandra aleksy alfred alicja alina
amelia anastazja andrij andrzej aneta angelika anita anna antoni antonina anzelm apolonia ariel arkadiusz artur asia
augustyn aurelia balbina barbara bartlomiej bartosz basia beata benedykt bernadeta bernadetta bernard blanka blazej
bogdan bogna boguslaw boguslawa bogumil bogumila bohdan boleslaw borys bozena bronislaw bronislawa brunon cecylia
celestyn celina cezary czeslaw czeslawa damian daniel daniela danuta daria dariusz dawid diana dominik dominika donata
dorota edmund edward edyta eliza elwira elzbieta emil emilia ernest eryk eugenia eugeniusz eustachy ewa ewelina fabian
felicja feliks filip florian franciszek franciszka fryderyk gabriel gabriela genowefa gertruda gerard gosia grazyna
grzegorz gustaw halina hanna helena henryk henryka hieronim hubert iga ignacy igor ilona inga irena ireneusz irmina irina
iryna iwo iwona iza izabela izabella izydor jacek jadwiga jagoda jakub jan janina janusz jarema jaroslaw jaroslawa jerzy
joanna jolanta jowita jozef jozefa jozefina julia julian julianna julita juliusz justyna kaja kajetan kalina kamil kamila
karina karol karolina kasia katarzyna kazimiera kazimierz kinga klara klaudia klaudiusz klemens konrad konstanty kornelia
kornel krystian krystyna krzysztof ksawery kuba kunegunda lech lena leokadia leon leonard leopold leslaw leszek lidia
liliana lucja lucjan lucyna ludmila ludwik ludwika lukasz maciej magda magdalena maja maksym maksymilian malgorzata
malwina marcel marceli marcelina marcin marcjanna marek maria marian marianna mariusz marlena marta martyna maryla marysia
marzanna marzena mateusz matylda melania michal michalina mieczyslaw mieczyslawa mikolaj milena milosz miroslaw miroslawa
mykola monika nadia natalia natasza nela nikodem nikola nina norbert oksana oktawia olaf ola oleg oleh oleksandr
oleksandra olena olga olgierd oliwia oliwier oskar otylia patrycja patryk paula paulina pawel petro piotr pola
przemyslaw rafal regina remigiusz renata robert roch roksana roman romana romuald rozalia roza ryszard ryszarda sabina
sandra sara sebastian sergiusz seweryn seweryna slawomir slawomira sonia stanislaw stanislawa stefan stefania switlana
sylwester sylwia szczepan szymon tadeusz tamara tatiana teodor teodora teofil teresa tetiana tobiasz tomasz tymon
tymoteusz urszula waclaw waclawa waldemar walenty walentyna walery waleria wanda weronika wieslaw wieslawa wiktor
wiktoria wilhelm wincenty wioleta wioletta wit witold wladyslaw wladyslawa wlodzimierz wojciech wolodymyr yuliia zaneta
zbigniew zdzislaw zdzislawa zenobia zenon zofia zosia zuzanna zygfryd zygmunt zyta`;

const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

/** True for one of the common given names, in any case and without diacritics too; "Anna-Maria" by its first part. */
export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(foldedWords(word)[0] ?? '');
}
