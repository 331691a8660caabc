#include "term/Parser.h"

#include "term/detail/ElixirParser.h"
#include "term/detail/ErlangParser.h"

namespace nodescope::term {

using Code = ParseError::Code;

base::Result<Term, ParseError> parse(QStringView text, const ParseOptions &options)
{
    if (options.syntax == Syntax::Elixir)
        return detail::ElixirParser(text, options).run();
    return detail::ErlangParser(text, options).run();
}

base::Result<Expression, ParseError> parseExpression(QStringView text, const ParseOptions &options)
{
    if (options.syntax == Syntax::Elixir)
        return detail::ElixirParser(text, options).runExpression();
    return detail::ErlangParser(text, options).runExpression();
}

QLatin1String codeName(Code code)
{
    switch (code) {
    case Code::Empty:
        return QLatin1String("empty");
    case Code::UnexpectedEnd:
        return QLatin1String("unexpected_end");
    case Code::UnexpectedCharacter:
        return QLatin1String("unexpected_character");
    case Code::TrailingText:
        return QLatin1String("trailing_text");
    case Code::UnterminatedText:
        return QLatin1String("unterminated_text");
    case Code::BadEscape:
        return QLatin1String("bad_escape");
    case Code::BadNumber:
        return QLatin1String("bad_number");
    case Code::BadCharacter:
        return QLatin1String("bad_character");
    case Code::AtomTooLong:
        return QLatin1String("atom_too_long");
    case Code::BadSegment:
        return QLatin1String("bad_segment");
    case Code::BadIdentifier:
        return QLatin1String("bad_identifier");
    case Code::LocalPid:
        return QLatin1String("local_pid");
    case Code::FunNotReadable:
        return QLatin1String("fun_not_readable");
    case Code::NotData:
        return QLatin1String("not_data");
    case Code::BadFunction:
        return QLatin1String("bad_function");
    case Code::BadRecord:
        return QLatin1String("bad_record");
    case Code::DuplicateKey:
        return QLatin1String("duplicate_key");
    case Code::TooManyValues:
        return QLatin1String("too_many_values");
    }
    return {};
}

} // namespace nodescope::term
