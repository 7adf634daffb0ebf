/// Why a name of a source is not written; the words stand behind a count.
enum NameDrop: String, Error, Hashable {
  case empty = "empty"
  case oneLetter = "of one letter"
  case noLetter = "without a letter"
  case control = "with control characters"
  case separator = "with a |"
  case long = "longer than 200 characters"
  case mixed = "mixing alphabets in a word"
  case repeated = "said twice of one entity"
  case partOfFullName = "single words of a person's full name"
  case language = "in other languages"
  case identifier = "identifiers in place of names"
  case code = "codes of places"
  case many = "beyond the first 2,000 of one entity"
  case weak = "weak aliases"
  case address = "addresses of pages"
}
