// SPDX-License-Identifier: Apache-2.0
import type { PhraseTable } from './phrase.ts';

const ask =
  'como|escribe|redacta|dame|dime|explica|crea|genera|instrucciones|guia|receta|pasos|ensename|ayudame|forma|formas|manera|quiero|necesito';

/** Requests for harm in Spanish, which the shipped policies cover. Folded: lower case, without accents. */
export const harmfulSpanish: PhraseTable = [
  [
    0.6,
    `${ask} ..6 bomba|bombas|explosivo|explosivos|granada|molotov|napalm|silenciador|detonador`,
    `${ask} ..6 metanfetamina|heroina|cocaina|fentanilo|mdma|lsd|sarin|ricina|antrax`,
    `${ask} ..6 malware|ransomware|keylogger|troyano|spyware|phishing`,
    `${ask} ..5 hackear|hackeo|piratear|jaquear|clonar|clono|falsificar|falsifico|estafar|estafo|sobornar|chantajear|extorsionar|blanquear|robar|suplantar ..4 cuenta|cuentas|tarjeta|tarjetas|contrasena|contrasenas|correo|red|dinero|identidad|pasaporte|receta|recetas|billetes|firma|datos|banco|coche|anciano|ancianos|clientes|jefe`,
    'lavar|blanquear ..2 dinero|fondos|capitales ..6 como|sin|negro',
    'como ..2 matar|asesinar|envenenar|secuestrar|torturar|drogar ..3 a|mi|alguien|persona|esposa|marido|vecino|jefe',
    'matarme|suicidarme|ahorcarme',
    'quitarme la vida',
    'como|manera|forma|metodo ..5 matarme|suicidarme|suicidarse',
    'sin ..2 que ..3 atrapen|descubran|detecten|pillen|rastreen',
    `${ask} ..6 arma|armas|pistola ..4 sin|ilegal|casera|permiso`,
    'discurso|chiste|chistes|texto ..3 racista|racistas|nazi|homofobo|xenofobo|odio',
    'pornografia|porno|erotico|erotica ..4 infantil|menor|menores|nina|nino',
  ],
];
