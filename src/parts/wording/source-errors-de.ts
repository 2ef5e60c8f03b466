import type { SourceErrorWords } from './source-errors-en.ts';

type SourceError = Parameters<SourceErrorWords['what']>[0];

const what: Readonly<Record<SourceError['code'], (error: SourceError) => string>> = {
  'not-found': () => 'Unter dieser Adresse ist nichts.',
  unauthorised: () => 'Der Server möchte wissen, wer fragt.',
  forbidden: () => 'Der Server zeigt Ihnen das nicht.',
  unreachable: ({ params }) => {
    switch (params?.['reason']) {
      case 'cut-off':
        return 'Die Antwort brach vor ihrem Ende ab.';
      case 'other-digest':
        return 'Es kamen andere Bytes, als der Server angekündigt hat.';
      default:
        return 'Der Server ist nicht zu erreichen.';
    }
  },
  'cors-or-network': () =>
    'Der Browser konnte diese Adresse nicht lesen: Das Netz ist ausgefallen, oder der Server lässt andere Seiten nicht lesen.',
  timeout: () => 'Der Server hat nicht rechtzeitig geantwortet.',
  aborted: () => 'Das Lesen wurde angehalten.',
  'server-error': ({ status }) =>
    status === undefined
      ? 'Der Server ist gescheitert.'
      : `Der Server ist mit Status ${status} gescheitert.`,
  'too-many-requests': () => 'Der Server bittet um weniger Anfragen.',
  'wrong-type': () => 'Das sind keine Daten eines Bündels; es sieht nach einer Webseite aus.',
  'too-large': () => 'Das ist größer, als ein Bündel sein darf.',
  'not-a-bundle': () => 'Darin ist kein bundle.json.',
  'unsafe-path': () => 'Ein Pfad führt aus dem Bündel hinaus.',
  'unsafe-url': () => 'Eine solche Adresse öffnet Wavegate nicht.',
  'zip-damaged': () => 'Das Archiv ist beschädigt.',
  'zip-bomb': () => 'Das Archiv entpackt sich zu weit mehr, als es angibt.',
  'zip-entry-refused': () => 'Das Archiv enthält einen Eintrag, der abgelehnt wird.',
  'not-stored': () => 'Dieses Bündel wird in diesem Browser nicht aufbewahrt.',
};

const remedy: Readonly<Record<SourceError['code'], string>> = {
  'not-found': 'Prüfen Sie die Adresse, und ob der Ordner index.json oder bundle.json enthält.',
  unauthorised:
    'Melden Sie sich in diesem Browser am Server an, oder bitten Sie um einen Zugangsschlüssel, und versuchen Sie es noch einmal.',
  forbidden: 'Bitten Sie den Eigentümer des Bündels um Zugang.',
  unreachable:
    'Prüfen Sie, ob der Server läuft und Sie im richtigen Netz sind, und versuchen Sie es noch einmal.',
  'cors-or-network':
    'Öffnen Sie die Adresse in einem neuen Tab. Öffnet sie sich dort, muss der Server für diese Seite Access-Control-Allow-Origin senden; oder laden Sie das Bündel herunter und legen Sie es hier ab.',
  timeout:
    'Versuchen Sie es noch einmal. Scheitert es weiter, laden Sie das Bündel herunter und legen Sie es hier ab.',
  aborted: 'Versuchen Sie es noch einmal, wenn Sie fortfahren wollen.',
  'server-error':
    'Versuchen Sie es gleich noch einmal. Adresse und Status helfen denen, die den Server betreiben.',
  'too-many-requests': 'Warten Sie eine Minute und versuchen Sie es noch einmal.',
  'wrong-type':
    'Nennen Sie den Ordner des Bündels, sein bundle.json oder ein .zip. Eine Seite, die die Datei zeigt, ist nicht die Datei.',
  'too-large':
    'Ein Bündel darf 256 MiB haben. Lagern Sie große Nachweise aus und verweisen Sie mit einer Adresse auf sie.',
  'not-a-bundle':
    'Legen Sie den Ordner oder das Archiv ab, auf dessen oberster Ebene bundle.json oder index.json liegt.',
  'unsafe-path':
    'Pfade in einem Bündel sind relativ und enthalten nie „..“. Erzeugen Sie das Bündel neu.',
  'unsafe-url': 'Nehmen Sie eine http- oder https-Adresse ohne Benutzernamen.',
  'zip-damaged': 'Laden oder erzeugen Sie das Archiv noch einmal.',
  'zip-bomb': 'Erzeugen Sie das Archiv neu, mit gewöhnlicher Verdichtung.',
  'zip-entry-refused':
    'Archive dürfen nur gewöhnliche Dateien mit relativen, eindeutigen Namen enthalten: keine Verweise, kein „..“.',
  'not-stored': 'Legen Sie den Ordner, bundle.json oder das .zip noch einmal auf dieser Seite ab.',
};

export const de: SourceErrorWords = {
  what: (error) => what[error.code](error),
  remedy: (error) => remedy[error.code],
};
