// swift-format-ignore-file: each row stands in one line, as the tool writes it.

import Testing

@testable import GazetteerImporters

/// A sample, what its first rows must become, and what must be said of it.
struct Sample: CustomTestStringConvertible {
  let format: ImportFormat
  let file: String
  let rows: [String]
  let said: [String]

  init(_ format: ImportFormat, _ file: String, rows: [String], said: [String]) {
    self.format = format
    self.file = file
    self.rows = rows
    self.said = said
  }

  var testDescription: String { file }

  static let all: [Sample] = [
    Sample(
      .wikidataTSV, "wikidata.tsv",
      rows: [
        #"id=person/ilse-kestrel; name=Ilse Kestrel; aliases=I. Kestrel|Frau Kestrel|Илзе Кестрель; wikidata=Q900000001; country=NL"#,
        #"id=person/ota-bear-lund; name=Ota "Bear" Lund; aliases=Ota Lund|Ota Lu\nd; wikidata=Q900000002"#,
        #"id=organisation/united-granite-works; name=United Granite Works; aliases=United Granite; abbreviations=UGW; wikidata=Q900000004; country=SE"#,
        #"id=organisation/pipe-works; name=Pipe Works; wikidata=Q900000005"#,
        #"id=country/RU; name=Russia; aliases=Россия; wikidata=Q159"#,
        #"id=organisation/escaped-aland-bank; name=Escaped Åland Bank; wikidata=Q900000006"#,
        #"id=person/jon-tamberg; name=Jon Tamberg; wikidata=Q900000007"#,
        #"id=person/jon-tamberg-q900000008; name=Jon Tamberg; wikidata=Q900000008"#,
      ],
      said: [
        #"wikidata.tsv:13:1: warning: the item is no Wikidata entity, and the row is passed over; its column is "item" or the first"#,
        #"wikidata.tsv:14:45: warning: the cell is no term in Turtle form and the row is passed over"#,
        #"wikidata.tsv:15:1: warning: the row has 2 cells, the header 7, and is passed over"#,
        #"note: column "image" is passed over"#,
        #"214 rows: 208 entities, 216 names; 3 bad rows"#,
        #"rows left out: 1 no usable name"#,
        #"names left out: 1 identifiers in place of names; 1 said twice of one entity; 1 single words of a person's full name; 1 with a |"#,
      ]),
    Sample(
      .wikidataJSON, "wikidata.json",
      rows: [
        #"id=person/ilse-kestrel; name=Ilse Kestrel; aliases=Ильза Кестрель; wikidata=Q900000101"#,
        #"id=person/quote-and-tab-name; name=Quote " and \ Tab Name; wikidata=Q900000102"#,
        #"id=organisation/osaka-会社; name=Ōsaka 会社; abbreviations=OSK; wikidata=Q900000104"#,
      ],
      said: [
        #"wikidata.json:103:7: warning: the item is no Wikidata entity, and the row is passed over"#,
        #"wikidata.json:110:7: warning: the row is no object, and the row is passed over"#,
        #"207 rows: 203 entities, 205 names; 2 bad rows"#,
        #"rows left out: 1 no usable name"#,
        #"names left out: 1 identifiers in place of names; 1 said twice of one entity"#,
      ]),
    Sample(
      .openSanctions, "targets.simple.csv",
      rows: [
        #"id=organisation/smith-sons-ltd; name=Smith; Sons Ltd; aliases=Smith; Sons|The "Smith" Company; abbreviations=SSL; country=RU; countries=ru;by; schema=Company; datasets=Invented List; source_id=NK-a1"#,
        #"id=person/ilja-vorberg; name=Ilja Vorberg; aliases=Иля Ворберг; country=UA; countries=suhh;ua; schema=Person; birth_date=1961-05-02; datasets=Invented List; wikidata=Q900000201; source_id=Q900000201"#,
        #"id=person/ana-de-la-torre; name=Ana de la Torre; country=ES; countries=es; schema=Person; datasets=Invented List; source_id=NK-a2"#,
        #"id=ship/aurora-borgia; name=Aurora Borgia; aliases=Lady M; country=PA; countries=pa; schema=Vessel; datasets=Invented List; source_id=NK-a3"#,
        #"id=organisation/central-bank-of-norland; name=Central Bank of Norland; aliases=PJSC Norland; abbreviations=CBN; schema=Company; datasets=Invented List; source_id=NK-a6"#,
        #"id=person/ilja-vorberg-nk-a7; name=Ilja Vorberg; schema=Person; birth_date=1990; datasets=Invented List; source_id=NK-a7"#,
        #"id=organisation/open-quote; name=Open Quote; schema=Company; datasets=Invented List; source_id=NK-a9"#,
      ],
      said: [
        #"targets.simple.csv:11:1: warning: the id is empty and the row is passed over"#,
        #"targets.simple.csv:12:1: warning: the row has 3 cells, the header 15, and is passed over"#,
        #"targets.simple.csv:13:26: warning: a quote in the cell of "aliases" is never closed; the values from there on are passed over"#,
        #"211 rows: 207 entities, 214 names; 3 bad rows"#,
        #"rows left out: 1 no usable name; 1 schema Address, which names nobody"#,
        #"names left out: 203 said twice of one entity; 2 of one letter; 2 without a letter; 1 longer than 200 characters; 1 mixing alphabets in a word; 1 single words of a person's full name; 1 with a |; 1 with control characters"#,
      ]),
    Sample(
      .followTheMoney, "entities.ftm.json",
      rows: [
        #"id=person/mira-solberg; name=Mira Solberg; aliases=Solberg Mira|Мира Сольберг|Mirka; family=Solberg; given=Mira; country=NO; countries=no;se; schema=Person; birth_date=1970-01-01; topics=role.pep; wikidata=Q900000301; source_id=ftm-1"#,
        #"id=organisation/lantern-mining-plc; name=Lantern Mining PLC; aliases=Tab here; abbreviations=LMP|Lamin; country=GB; countries=gb; schema=Company; source_id=ftm-2"#,
        #"id=organisation/council-of-norland; name=Council of Norland; schema=PublicBody; source_id=ftm-5"#,
      ],
      said: [
        #"entities.ftm.json:6:1: warning: the line is passed over: an entity has "id", "schema" and "properties""#,
        #"entities.ftm.json:7:55: warning: the line is passed over: the string that opens here is never closed"#,
        #"entities.ftm.json:8:1: warning: the line is passed over: an entity has "id", "schema" and "properties""#,
        #"208 rows: 203 entities, 209 names; 3 bad rows"#,
        #"rows left out: 1 no usable name; 1 schema Ownership, which names nobody"#,
        #"names left out: 1 weak aliases; 1 with a |"#,
      ]),
    Sample(
      .geoNamesCountries, "countryInfo.txt",
      rows: [
        #"id=country/XK; name=Kosovo; metonyms=Pristina; iso3=XKX; capital=Pristina; continent=EU; source_id=831053"#,
        #"id=country/SG; name=Singapore; iso3=SGP; capital=Singapore; continent=EU; source_id=1880251"#,
        #"id=country/VA; name=Vatican; metonyms=Vatican City; iso3=VAT; capital=Vatican City; continent=EU; source_id=3164670"#,
        #"id=country/AQ; name=Antarctica; iso3=ATA; continent=EU; source_id=6697173"#,
        #"id=country/CI; name=Ivory Coast; metonyms=Yamoussoukro; iso3=CIV; capital=Yamoussoukro; continent=EU; source_id=2287781"#,
      ],
      said: [
        #"countryInfo.txt:10:1: warning: the row begins with "xk" and is passed over; a code of two capitals belongs there"#,
        #"countryInfo.txt:11:1: warning: the row has 3 cells and is passed over; countryInfo.txt has 19"#,
        #"208 rows: 205 entities, 408 names; 2 bad rows"#,
        #"rows left out: 1 an id that stands in an earlier row"#,
        #"names left out: 1 said twice of one entity"#,
      ]),
    Sample(
      .geoNames, "allCountries.txt",
      rows: [
        #"id=place/osthamn; name=Östhamn; aliases=Eastport|Остхамн|東港; country=SE; feature=P.PPLC; population=250000; latitude=60.1; longitude=24.9; source_id=700001"#,
        #"id=place/eastport; name=Eastport; country=CA; feature=P.PPL; population=20000; latitude=60.1; longitude=24.9; source_id=700005"#,
        #"id=place/eastport-700006; name=Eastport; country=US; feature=P.PPL; population=30000; latitude=60.1; longitude=24.9; source_id=700006"#,
      ],
      said: [
        #"allCountries.txt:8:55: warning: the population is no number and the row is passed over"#,
        #"allCountries.txt:9:1: warning: the row has 3 cells and is passed over; GeoNames has 19"#,
        #"allCountries.txt:10:1: warning: the row begins with "geonameid" and is passed over; GeoNames has a number there"#,
        #"210 rows: 203 entities, 206 names; 3 bad rows"#,
        #"rows left out: 2 features that are not wanted (--features); 1 no usable name; 1 places of less than 15000 inhabitants (--minimum-population)"#,
        #"names left out: 204 said twice of one entity; 3 codes of places; 2 of one letter"#,
      ]),
    Sample(
      .jrcNames, "jrc-entities.txt",
      rows: [
        #"id=person/ilse-kestrel; name=Ilse Kestrel; aliases=I. Kestrel|Илзе Кестрель|Ilse Kestrel-Lund; source_id=41"#,
        #"id=organisation/united-granite-works; name=United Granite Works; abbreviations=UGW; source_id=42"#,
        #"id=person/mira-solberg; name=Mira Solberg; source_id=46"#,
      ],
      said: [
        #"jrc-entities.txt:10:1: warning: the row begins with "x" and is passed over; JRC-Names has a number there"#,
        #"jrc-entities.txt:11:1: warning: the row has 3 cells and is passed over; JRC-Names has 4: number, type, language, name"#,
        #"212 rows: 203 entities, 207 names; 2 bad rows"#,
        #"rows left out: 1 no usable name; 1 type "T", which is neither P nor O"#,
        #"names left out: 1 of one letter; 1 said twice of one entity"#,
      ]),
    Sample(
      .spaCy, "patterns.jsonl",
      rows: [
        #"id=organisation/united-granite-works; name=United Granite Works; abbreviations=UGW; label=ORG; source_id=granite"#,
        #"id=place/port-lantern; name=port lantern; label=GPE; source_id=port-lantern"#,
        #"id=person/ilse-kestrel; name=Ilse Kestrel; aliases=Ilsa Kestrel; label=PERSON"#,
        #"id=entity/silver-gull; name=Silver Gull; label=NONE"#,
      ],
      said: [
        #"patterns.jsonl:9:1: warning: the line is passed over: a pattern has "label" and "pattern""#,
        #"patterns.jsonl:10:1: warning: the line is passed over: a pattern has "label" and "pattern""#,
        #"patterns.jsonl:12:26: warning: the line is passed over: the string that opens here is never closed"#,
        #"212 rows: 204 entities, 206 names; 3 bad rows"#,
        #"rows left out: 3 token patterns that are no fixed words; 1 no usable name"#,
        #"names left out: 1 with a |"#,
      ]),
    Sample(
      .skos, "vocabulary.rdf",
      rows: [
        #"id=concept/coal-steel; name=Coal & steel; aliases=Charbon & acier|Cole and steel; abbreviations=C&S; notation=4.7; source_id=http://vocabulary.example/concept/1"#,
        #"id=concept/inner-trade; name=Inner trade; source_id=http://vocabulary.example/concept/3"#,
        #"id=concept/fish-market; name=Fish <market>; aliases=Рыбный рынок; source_id=http://vocabulary.example/concept/2"#,
        #"id=concept/described-thing; name=Described thing; source_id=http://vocabulary.example/concept/4"#,
        #"id=concept/coal-steel-6; name=Coal & steel; source_id=http://vocabulary.example/concept/6"#,
      ],
      said: [
        #"vocabulary.rdf:29:54: warning: a concept without rdf:about ends here and is passed over"#,
        #"207 rows: 205 entities, 209 names; 1 bad row"#,
        #"rows left out: 1 resources that are no concept"#,
      ]),
    Sample(
      .list, "ships.txt",
      rows: [
        #"id=ship/sea-bird; name=Sea Bird"#,
        #"id=ship/hms-tern; name=HMS Tern"#,
        #"id=ship/spaced-out; name=Spaced out"#,
      ],
      said: [
        #"ships.txt:9:4: warning: the line holds a tab and is passed over; a list has one name a line, nothing else"#,
        #"ships.txt:13:1: warning: the line is not valid UTF-8 and is passed over; save the file as UTF-8"#,
        #"211 rows: 203 entities, 203 names; 2 bad rows"#,
        #"rows left out: 4 no usable name"#,
        #"names left out: 2 said twice of one entity; 1 mixing alphabets in a word; 1 of one letter; 1 with a |; 1 without a letter"#,
      ]),
  ]
}
