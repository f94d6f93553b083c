// Words of logging in, out, and choosing a role.
import { catalogue } from "./catalogue.ts";

export const loginText = catalogue({
  login: { nl: "Aanmelden", en: "Log in", fr: "Se connecter" },
  loggedInAs: { nl: "U bent aangemeld als", en: "You are logged in as", fr: "Vous êtes connecté en tant que" },
  account: { nl: "Uw aanmelding", en: "Your login", fr: "Votre connexion" },
  mine: { nl: "Mijn loket", en: "My counter", fr: "Mon guichet" },
  changeRole: { nl: "Andere rol", en: "Other role", fr: "Autre rôle" },
  logout: { nl: "Afmelden", en: "Log out", fr: "Se déconnecter" },
  roleTitle: { nl: "In welke rol werkt u nu?", en: "In which role do you work now?", fr: "Dans quel rôle travaillez-vous ?" },
  roleLead: {
    nl: "U hebt meer dan één rol. U kunt altijd wisselen, bovenaan de pagina.",
    en: "You have more than one role. You can always change, at the top of the page.",
    fr: "Vous avez plusieurs rôles. Vous pouvez en changer à tout moment, en haut de la page.",
  },
  goOnAs: {
    nl: (role: string) => `Verder als ${role}`,
    en: (role: string) => `Go on as ${role}`,
    fr: (role: string) => `Continuer en tant que ${role}`,
  },
  current: { nl: "(nu)", en: "(now)", fr: "(actuel)" },
  loggedOutTitle: { nl: "U bent afgemeld", en: "You have logged out", fr: "Vous êtes déconnecté" },
  loggedOut: {
    nl: "Wat u bewaarde, blijft bewaard. Gebruikt u een gedeelde computer, sluit dan ook uw browser.",
    en: "What you saved stays saved. If you share this computer, close your browser too.",
    fr: "Ce que vous avez enregistré est conservé. Si vous partagez cet ordinateur, fermez aussi votre navigateur.",
  },
  loginAgain: { nl: "Opnieuw aanmelden", en: "Log in again", fr: "Se reconnecter" },
  toHome: { nl: "Naar de startpagina", en: "To the home page", fr: "Vers la page d'accueil" },
  downTitle: { nl: "Aanmelden lukt nu niet", en: "Logging in does not work now", fr: "La connexion ne fonctionne pas" },
  down: {
    nl: "De aanmelddienst van de overheid antwoordt niet. De fout ligt niet bij u. Probeer het over enkele minuten opnieuw. De simulator en de andere openbare pagina's werken wel.",
    en: "The government's login service does not answer. The fault is not yours. Try again in a few minutes. The simulator and the other public pages do work.",
    fr: "Le service de connexion de l'administration ne répond pas. L'erreur ne vient pas de vous. Réessayez dans quelques minutes. Le simulateur et les autres pages publiques fonctionnent.",
  },
  failedTitle: { nl: "De aanmelding is niet gelukt", en: "The login did not succeed", fr: "La connexion a échoué" },
  failed: {
    nl: "De aanmelding was verlopen, werd afgebroken of is al gebruikt. Begin opnieuw.",
    en: "The login had expired, was broken off or was used already. Start again.",
    fr: "La connexion avait expiré, a été interrompue ou a déjà été utilisée. Recommencez.",
  },
  tooManyTitle: {
    nl: "Te veel pogingen om aan te melden",
    en: "Too many attempts to log in",
    fr: "Trop de tentatives de connexion",
  },
  tooMany: {
    nl: (seconds: number) => `Van uw netwerk kwamen te veel pogingen na elkaar. Probeer het over ${seconds} seconden opnieuw.`,
    en: (seconds: number) => `Too many attempts came from your network. Try again in ${seconds} seconds.`,
    fr: (seconds: number) => `Trop de tentatives viennent de votre réseau. Réessayez dans ${seconds} secondes.`,
  },
  tryAgain: { nl: "Opnieuw proberen", en: "Try again", fr: "Réessayer" },
  forbiddenTitle: {
    nl: "Deze pagina is niet voor uw rol",
    en: "This page is not for your role",
    fr: "Cette page n'est pas destinée à votre rôle",
  },
  forbidden: {
    nl: (role: string) => `U bent aangemeld als ${role}. Die rol geeft geen toegang tot deze pagina.`,
    en: (role: string) => `You are logged in as ${role}. That role gives no access to this page.`,
    fr: (role: string) => `Vous êtes connecté en tant que ${role}. Ce rôle ne donne pas accès à cette page.`,
  },
  staleTitle: { nl: "Dit formulier is te oud", en: "This form is too old", fr: "Ce formulaire est trop ancien" },
  stale: {
    nl: "U meldde zich af of wisselde van rol sinds u dit formulier opende. Er is niets verstuurd. Open de pagina opnieuw; wat bewaard was, is er nog.",
    en: "You logged out or changed roles since you opened this form. Nothing was sent. Open the page again; what was saved is still there.",
    fr: "Vous vous êtes déconnecté ou avez changé de rôle depuis l'ouverture de ce formulaire. Rien n'a été envoyé. Rouvrez la page ; ce qui était enregistré est toujours là.",
  },
  elsewhereTitle: {
    nl: "Dit formulier komt van elders",
    en: "This form comes from elsewhere",
    fr: "Ce formulaire vient d'ailleurs",
  },
  elsewhere: {
    nl: "De vraag kwam niet van een pagina van Maatwerk en is niet uitgevoerd.",
    en: "The request did not come from a page of Maatwerk and was not carried out.",
    fr: "La demande ne provenait pas d'une page de Maatwerk et n'a pas été exécutée.",
  },
  tooLargeTitle: { nl: "Dit is te groot", en: "This is too large", fr: "C'est trop volumineux" },
  tooLarge: {
    nl: "Een bestand is hoogstens 10 MB. Ga terug en kies een kleiner bestand; uw andere antwoorden zijn bewaard.",
    en: "A file is at most 10 MB. Go back and choose a smaller file; your other answers are saved.",
    fr: "Un fichier fait au plus 10 Mo. Revenez en arrière et choisissez un fichier plus petit ; vos autres réponses sont enregistrées.",
  },
  mineTitle: { nl: "Mijn loket", en: "My counter", fr: "Mon guichet" },
  mineNothing: {
    nl: "Voor uw rol staat hier nog niets klaar.",
    en: "There is nothing here yet for your role.",
    fr: "Il n'y a encore rien ici pour votre rôle.",
  },
  everywhere: { nl: "Op alle toestellen afmelden", en: "Log out on all devices", fr: "Se déconnecter de tous les appareils" },
  everywhereLead: {
    nl: "Bent u uw toestel kwijt, of was u elders aangemeld? Meld u dan overal af.",
    en: "Did you lose a device, or did you log in elsewhere? Then log out everywhere.",
    fr: "Vous avez perdu un appareil ou vous étiez connecté ailleurs ? Déconnectez-vous partout.",
  },
});
