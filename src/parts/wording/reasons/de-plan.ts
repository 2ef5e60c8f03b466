import { term } from '../terms-de.ts';
import { paramsIn, sentences } from './help.ts';

const { count, instant, number } = paramsIn('de');

/** Reasons about items, invariants and findings. */
export const planReasons = sentences({
  'item-complete': () => 'Als abgeschlossen gemeldet, und alles Nötige ist da',
  'item-proven': () => 'Jedes Gate für den Abschluss ist bestanden',
  'item-proven-by-children': (p) => `${count(p.count, 'Teil ist', 'Teile sind')} abgeschlossen`,
  'item-ready': () => 'Alles davor ist abgeschlossen; es darf beginnen',
  'item-in-progress': () => 'In Arbeit, und das zu Recht',
  'item-children-under-way': (p) => `${count(p.count, 'Teil ist', 'Teile sind')} in Arbeit`,
  'item-waits': ({ items, gates }) =>
    `Wartet auf ${[
      items === 0 ? '' : count(items, 'Vorgang', 'Vorgänge'),
      gates === 0 ? '' : count(gates, 'Gate', 'Gates'),
    ]
      .filter((text) => text !== '')
      .join(' und ')}`,
  'item-own-gates-open': (p) => `${count(p.gates, 'eigenes Gate ist', 'eigene Gates sind')} offen`,
  'item-own-gate-failed': ({ gate }) => `Das eigene Gate ${gate} ist nicht bestanden`,
  'item-declared': ({ state }) => `Gemeldet: ${term(state)}`,
  'item-not-startable': ({ declared }) =>
    `Gemeldet: ${term(declared)}, dabei durfte es nicht beginnen`,
  'item-children-open': (p) =>
    `Gemeldet: ${term(p.declared)}, aber ${count(p.count, 'Teil ist', 'Teile sind')} nicht abgeschlossen`,
  'item-without-evidence': ({ declared }) =>
    `Gemeldet: ${term(declared)}, aber nichts weist es nach`,
  'item-evidence-unusable': ({ evidence, declared }) =>
    `Gemeldet: ${term(declared)}, aber ${evidence} zählt nicht`,
  'item-gate-not-passed': ({ gate, declared }) =>
    `Gemeldet: ${term(declared)}, aber das Gate ${gate} ist nicht bestanden`,
  'item-deferred': ({ text }) => `Vorerst nicht im Umfang: ${text}`,
  'item-in-deferred': ({ item }) => `Teil von ${item}, das vorerst nicht im Umfang ist`,
  'item-stopped': ({ stop }) => `Die Stoppbedingung ${stop} ist eingetreten`,
  'item-stop-latched': ({ stop, since }) =>
    `${stop} hat es am ${instant(since)} angehalten; nur ein Befund und eine neue Freigabe heben das auf`,
  'stop-without-rule': ({ stop }) => `Die Stoppbedingung ${stop} sagt nicht, wann sie eintritt`,
  'item-gate-in-doubt': ({ gate }) => `Unklar ist, welche Vorgänge ${gate} bewacht`,
  'item-scope-in-doubt': () => 'Unklar ist, ob es zum Umfang gehört',
  'item-stop-unjudged': ({ stop }) => `Unklar ist, ob die Stoppbedingung ${stop} eingetreten ist`,
  'item-forbidden': ({ text }) => `Darf nicht ausgeführt werden: ${text}`,
  'item-in-cycle': ({ members }) => `Wartet im Kreis auf sich selbst: ${members}`,
  'item-dangling': ({ on }) => `Wartet auf ${on}; im Plan steht das nicht`,
  'item-attempts-exhausted': ({ contract, limit }) =>
    `Alle ${limit} Versuche von ${contract} sind verbraucht`,

  'invariant-holds': (p) => `Gilt in ${count(p.checked, 'Fall', 'Fällen')}`,
  'invariant-violated': (p) => `Verletzt in ${count(p.count, 'Fall', 'Fällen')}`,
  'invariant-nothing-to-judge': () => 'Der Plan hat nichts, wovon diese Regel handelt',
  'invariant-not-judged': ({ checked, open }) =>
    `${open} von ${checked} Fällen sind nicht beurteilbar`,
  'invariant-unknown-rule': ({ rule }) => `Diese Version kennt die Regel „${rule}“ nicht`,
  'complete-without-evidence': ({ item }) => `${item} ist ohne Nachweis abgeschlossen`,
  'box-without-evidence': ({ box }) => `Das Kästchen „${box}“ ist ohne Nachweis angehakt`,
  'box-link-broken': ({ box, href }) =>
    `Das Kästchen „${box}“ verweist auf ${href}, das es nicht gibt`,
  'complete-before-dependency': ({ item, on }) => `${item} ist vor ${on} abgeschlossen`,
  'phase-before-phase': ({ phase, earlier }) =>
    `${phase} ging voran, während ${earlier} noch aufgehalten ist`,
  'closed-without-gate': ({ item, gate }) =>
    `${item} ist geschlossen, obwohl ${gate} nicht bestanden ist`,
  'step-without-authorisation': ({ item }) => `${item} wurde ohne eigene Freigabe ausgeführt`,
  'one-record-many-steps': ({ record, steps }) => `${record} gilt für ${steps} zugleich`,
  'not-re-verified': ({ after, before }) =>
    `Zwischen ${after} und ${before} wurde nichts noch einmal geprüft`,
  're-verification-failed': ({ after, at }) =>
    `Die erneute Prüfung nach ${after} ist am ${instant(at)} gescheitert`,
  'advisory-grant': ({ record, role }) => `${record} stammt von ${role}; diese Rolle berät nur`,
  'attempts-over-limit': ({ contract, attempts, limit }) =>
    `${contract} hat ${attempts} Versuche gebraucht; erlaubt sind ${limit}`,
  'forbidden-effect': ({ item, effect }) => `${item} hatte eine verbotene Wirkung: ${effect}`,
  'gate-recorded-otherwise': ({ gate, recorded, computed }) =>
    `${gate}: aufgezeichnet „${term(recorded)}“, nachgerechnet „${term(computed)}“`,
  'item-recorded-otherwise': ({ item, recorded, computed }) =>
    `${item}: gemeldet „${term(recorded)}“, nachgerechnet „${term(computed)}“`,
  'attempt-recorded-otherwise': ({ contract, attempt, exitCode }) =>
    `Versuch ${attempt} von ${contract} ist entgegen seinem Rückgabewert ${exitCode} aufgezeichnet`,
  'number-names-several': ({ namespace, number: value, count: things }) =>
    `${value} bezeichnet in ${namespace} ${things} Dinge`,
  'id-names-several': ({ kind, id }) =>
    `Die Kennung ${id} (${term(kind)}) bezeichnet mehr als eine Sache`,
  'file-not-delivered': ({ path, why }) =>
    `Auf ${path} wird verwiesen (${term(why)}), aber niemand liefert es`,
  'count-differs': ({ what, stated, counted }) =>
    `${what}: ${number(stated)} genannt, ${number(counted)} gezählt`,
  'number-differs': ({ what, stated, other }) =>
    `${what}: an einer Stelle ${number(stated)}, an einer anderen ${number(other)}`,
  'condition-violated': ({ condition }) => `${condition} ist nicht erfüllt`,

  'dependency-of-unknown-item': ({ item, on }) =>
    `Eine Abhängigkeit von ${on} gehört zu ${item}, das unbekannt ist`,
  'parent-unknown': ({ item, parent }) => `${item} gehört zu ${parent}; im Plan steht das nicht`,
  'guard-unknown': ({ gate, item }) => `${gate} bewacht ${item}; im Plan steht das nicht`,
  'class-unknown': ({ item, class: name }) =>
    `${item} hat die Klasse ${name}, die nicht definiert ist`,
  'deferred-but-needed': ({ item, by }) => `${item} ist nicht im Umfang, doch ${by} braucht es`,
  'deferred-but-declared': ({ item, declared }) =>
    `${item} ist nicht im Umfang, doch gemeldet: ${term(declared)}`,
  'proven-but-declared': ({ item, declared }) =>
    `${item} ist nachgewiesen, doch gemeldet: ${term(declared)}`,
  'waiver-expired': ({ waiver, condition, expires }) =>
    `Die Ausnahme ${waiver} für ${condition} ist am ${instant(expires)} abgelaufen`,
  'waiver-ignored': ({ waiver, condition }) =>
    `Die Ausnahme ${waiver} für ${condition} bleibt unbeachtet: Dieses Gate lässt keine zu`,
  'waiver-not-valid': ({ waiver, missing }) =>
    `Die Ausnahme ${waiver} ist nicht gültig; es fehlt: ${term(missing)}`,
  'waiver-unused': ({ waiver, condition }) =>
    `Die Ausnahme ${waiver} ist nicht nötig: ${condition} ist erfüllt`,
  'two-definitions': ({ rule, definitions }) =>
    `Für ${rule} gelten zwei Definitionen (${definitions}); beide sind zu erfüllen`,
  'daily-cap-beyond-monthly': ({ budget, daily, monthly }) =>
    `${budget}: ${number(daily)} am Tag ergeben im Monat mehr als die Obergrenze von ${number(monthly)}`,
  'totals-out-of-reach': ({ contract, least, most, min, max }) =>
    `${contract}: Die Dateien dürfen ${most === null ? `${least} Zeilen oder mehr` : `${least} bis ${most} Zeilen`} haben, die Summe ${min} bis ${max}`,
  'document-lock-broken': ({ document }) => `${document} wurde nach dem Festschreiben geändert`,
  'lift-incomplete': ({ stop, missing }) =>
    `Der Stopp ${stop} ist nicht aufgehoben; es fehlt: ${term(missing)}`,
  'target-without-metric': ({ target }) => `Nichts misst den Zielwert ${target}`,
});
