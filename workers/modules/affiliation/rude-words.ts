/**
 * Words no address of ours may carry, as people write them in French, English and Darija with Latin letters and digits.
 * Short on purpose: only what is rude wherever it stands by itself.
 */
export const RUDE_WORDS: readonly string[] = `
pute putes putain salope salopes salaud salauds connard connards connasse encule encules enculer enculeur enfoire merde merdes
merdique bite bites couille couilles nique niquer niquez niquetamere ntm fdp filsdepute pd pede pedes batard batards bougnoule
bougnoules negre negres negro branleur branleuse petasse pouffiasse trouduc cul culs gouine tarlouze
fuck fucks fucker fuckers fucking fucked motherfucker shit shitty bullshit bitch bitches cunt cunts dick dicks cock cocks nigger
niggers nigga faggot faggots fag whore whores slut sluts asshole assholes bastard porn porno sex sexe nazi hitler
zeb zebi zebbi zbi zebo zob zobi zab zamel zaml zamil zwamel 9ahba 9a7ba 9ahab 9hab 97ab qahba qa7ba kahba ka7ba l9ahba l9a7ba
wldl9ahba wld9ahba wldl9a7ba weldl9ahba bentl9ahba tabon taboun tabboun teboun tbon tabounmok 9lawi 9lwi qlawi klawi 7wa 7wi 7way
ta7wa hwaya t9awed t9awd sirt9awd sirt9awed 9awed 9awad 9awd 9wad qewad mouk nikmok nikmouk nik nikomok tarma termatek tiz
tizek khra 5ra lkhra kharya wldzna wldlhram weldlhram weldhram
`
  .trim()
  .split(/\s+/);
