const set = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.trim().split(/\s+/)));

/**
 * Words that questions about pictures have in other languages and English ones never do: the asking words, articles,
 * pronouns and forms of "be". What is an English word as well ("is", "hat", "war") counts only where `SHARED_WORDS` does
 * not have it.
 */
export const FOREIGN_WORDS = set(
  // Spanish
  `que qué es esto eso esta está este están son hay cuál cual cuáles cuántos cuantos cuántas cuantas cuánto dónde donde quién quien
   quiénes cómo como porqué por para una unos unas un el los las perros gatos color del con sin sobre hola gracias tiene tienen puedes puede dime foto imagen
   perro gato animal hombre mujer niño niña coche haciendo llama pasa ves veo aquí ahí ese esos muy también pero cosa tipo hace`,
  // French
  `qu quoi est ce c cest quel quelle quels quelles combien où qui pourquoi comment il elle ils elles les des du un une le la sur dans avec
   cette ces cet ça photo image chien chat bonjour merci salut peux tu vous voir vois fait font homme femme couleur sont au aux
   votre y a t pas je suis dis moi animal se trouve trouvent`,
  // German
  `was ist das wer wo wie viele viel warum welche welcher welches welchen sind der die den dem ein eine einen einem auf dem im mit und
   oder nicht man sieht hier dort ich du er sie es hund katze tier bild foto mann frau farbe hallo danke bitte kannst siehst sehen gibt auto macht machen hat
   für dies dieses diese dieser zu von zeigt heißt heisst auch noch kein keine`,
  // Portuguese
  `o que é isso isto este esta qual quais quantos quantas onde quem como porque por um uma uns umas os as do da dos das na no nas nos
   com não sim está estão são tem foto imagem cachorro gato olá oi obrigado obrigada homem mulher cor fazendo você voce pode ver aqui
   esse essa ele ela cadê`,
  // Italian
  `che cosa cos è questo questa quello quella quale quali quanti quante dove chi come perché perche il lo gli uno sono della del dello
   nella nel con di su foto immagine cane gatto animale ciao grazie uomo donna colore facendo sta stanno ci vedi puoi dirmi c'è qui qual`,
  // Dutch
  `wat is dit dat wie waar hoe veel hoeveel er honden waarom welke welk zijn het een de op met en niet ik jij hij zij foto afbeelding hond kat dier kleur
   hallo dank bedankt kun kan je zie ziet doet staat deze die van voor er bent man vrouw heet`,
  // Turkish
  `bu ne nedir kim nerede nasıl kaç neden hangi var mı mi mu ve bir için resim fotoğraf köpek kedi hayvan renk merhaba teşekkürler
   resimde resimdeki yapıyor ediyor rengi şu kaçtane tane`,
  // Polish
  `co to jest kto gdzie jak ile dlaczego jaki jaka jakie czy na w z się nie tak zdjęcie zdjęciu pies kot zwierzę kolor cześć dzień dobry dziękuję
   robi są ma ten ta tym`,
  // Vietnamese, also as typed without its marks
  `đây là gì cái này con ai ở đâu bao nhiêu tại sao màu có không ảnh trong hình chó mèo xin chào cảm ơn người đang làm gi nay`,
  // Indonesian and Malay
  `apa ini itu siapa dimana mana berapa mengapa kenapa bagaimana yang ada di dan tidak gambar foto anjing kucing hewan warna terima kasih halo
   adalah orang sedang`,
  // Swedish, Danish, Norwegian
  `vad är det detta hva er dette hvad hvem hvor hvorfor hvilken vilken vem var hur många varför och og på med en ett et bild bilden
   bildet billedet hund katt dyr djur färg hej tack gör`,
  // Romanian, Czech, Hungarian, Finnish, Filipino
  `ce este aceasta acesta cine unde cum câte câți poza câine pisică culoare ce-i co je kdo kde kolik proč jaký jaká obrázku mi ez ki hol
   hány miért milyen kép képen kutya mikä tämä on kuka missä kuinka miksi kuva kuvassa koira kissa ano ito sino saan ilan bakit anong
   hayop nasa larawan`,
);

/** English words that questions are made of: beside foreign ones they speak against another language. */
export const ENGLISH_WORDS = set(
  `the this that these those it its he she they them his her hers their we you your i my our are were be been being
   does did doing done has have had having can could will would should may might must and but if of at from
   by for about into over under near behind between through up down out off than then too very there here what which who whom
   whose where when why how many much any some each every other one two three four five more most
   thing see seen look looking like say says said tell describe show shown count guess name read going wearing holding eating
   sitting standing riding playing made food weather shape left right top bottom side
   hey please thanks okay lol yo bro fake big small happy sad just now only also whats wut dis ur u cool good nice`,
);

/** English words that are words of other languages, too, and so speak for neither. */
export const SHARED_WORDS = set(
  `a an is was am in on no not or so do as all man woman boy girl person people color colour kind type animal animals dog cat hat hats war
   pies die wo er den come sin con son bin men van ten tan ore red main hot das dos mu en door picture photo image car go me yes
   room sport pattern brand sign background hello hi ok with real old new et al wat da ya r pic
   ma mi na pa se ne un une ave y t c s o w z ay co kim rue visage chat des tu ta hay llama es las los vegas la le el de du como di ce
   lo si il per te to dat`,
);

/** Marked letters that English has in loanwords only. */
export const FOREIGN_LETTERS = /[^a-z]/;

/** Words with such letters that English questions use. */
export const LOANWORDS = set(
  `café cafés cliché décor entrée entrées fiancé fiancée résumé naïve façade jalapeño jalapeños piñata piñatas crème brûlée déjà señor señora
   über sauté sautéed purée soufflé flambé touché pokémon beyoncé açaí à pâté crêpe crêpes éclair éclairs protégé matinée mêlée
   rosé doppelgänger jäger häagen dazs nestlé chloé renée zoë noël gruyère rotisserie château fête smörgåsbord`,
);
