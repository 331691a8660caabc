#include "widgets/send/Compose.h"

#include <algorithm>

#include "doctor/errands/ErrandPlan.h"
#include "term/Encoder.h"

namespace nodescope::widgets {

using term::Syntax;
using term::Term;

namespace {

term::ParseOptions optionsOf(Syntax syntax)
{
    term::ParseOptions options;
    options.syntax = syntax;
    options.self = doctor::selfPlace();
    return options;
}

QString printed(const Term &term, Syntax syntax, bool pretty)
{
    term::PrintOptions options;
    options.syntax = syntax;
    options.pretty = pretty;
    const QString place = term::print(Term::pid(doctor::selfPlace()), options).text;
    return term::print(term, options).text.replace(place, QStringLiteral("self()"));
}

QList<term::ByteRange> placesIn(const QByteArray &bytes)
{
    term::EncodeOptions bare;
    bare.versionByte = false;
    const QByteArray place = term::encode(Term::pid(doctor::selfPlace()), bare);
    QList<term::ByteRange> places;
    for (qsizetype at = bytes.indexOf(place); at >= 0; at = bytes.indexOf(place, at + place.size()))
        places.append({at, place.size()});
    return places;
}

QString callText(const term::CallExpression &call, Syntax syntax)
{
    // As a function is captured, without `fun ` or `&`, and without the arity.
    const Term function = Term::exportedFunction({call.module, call.function, 0});
    QString text = printed(function, syntax, false);
    text = text.left(text.lastIndexOf(u'/'));
    text.remove(0, syntax == Syntax::Erlang ? 4 : 1);
    QStringList arguments;
    for (const Term &argument : call.arguments.elements())
        arguments.append(printed(argument, syntax, false));
    return text + u'(' + arguments.join(QStringLiteral(", ")) + u')';
}

} // namespace

Composed compose(const QString &text, Syntax syntax, bool call)
{
    Composed composed;
    if (!call) {
        const auto term = term::parse(text, optionsOf(syntax));
        if (term.ok())
            composed.bytes = term::encode(*term);
        else
            composed.error = term.error();
        composed.places = placesIn(composed.bytes);
        return composed;
    }
    const auto expression = term::parseExpression(text, optionsOf(syntax));
    if (!expression.ok()) {
        composed.error = expression.error();
        return composed;
    }
    const auto *function = std::get_if<term::CallExpression>(&*expression);
    composed.notACall = !function;
    if (function) {
        composed.bytes = term::encode(function->arguments);
        composed.places = placesIn(composed.bytes);
        composed.module = function->module;
        composed.function = function->function;
    }
    return composed;
}

std::optional<QString> converted(const QString &text, Syntax from, Syntax to)
{
    const auto expression = term::parseExpression(text, optionsOf(from));
    if (!expression.ok())
        return std::nullopt;
    if (const auto *call = std::get_if<term::CallExpression>(&*expression))
        return callText(*call, to);
    return printed(std::get<Term>(*expression), to, true);
}

std::optional<term::ByteRange> byteRangeOf(const QString &text, Syntax syntax, bool call,
                                           const term::Span &part)
{
    // A mark in the part's place: no container of the format holds the length of its parts, so all that
    // stands before it stays as it is.
    const Term mark = Term::atom(QLatin1String("nodescope mark"));
    const auto value = term::parse(text.mid(part.start, part.end - part.start), optionsOf(syntax));
    QString marked = text;
    marked.replace(part.start, part.end - part.start, printed(mark, syntax, false));
    const Composed whole = compose(text, syntax, call);
    const Composed with = compose(marked, syntax, call);
    if (!value.ok() || whole.bytes.isEmpty() || with.bytes.isEmpty())
        return std::nullopt;
    term::EncodeOptions bare;
    bare.versionByte = false;
    const QByteArray bytes = term::encode(*value, bare);
    const qsizetype at = with.bytes.indexOf(term::encode(mark, bare));
    if (at < 0 || whole.bytes.mid(at, bytes.size()) != bytes)
        return std::nullopt;
    return term::ByteRange{at, bytes.size()};
}

namespace {

/// Goes from the whole text inwards to the part that a byte belongs to.
class PartFinder
{
public:
    PartFinder(const QString &text, Syntax syntax, bool call, qsizetype byte)
        : m_text(text)
        , m_syntax(syntax)
        , m_call(call)
        , m_byte(byte)
        , m_tokens(term::tokensOf(text, syntax))
    {
    }

    std::optional<term::Span> find()
    {
        std::optional<term::Span> found;
        std::vector<Part> parts = partsOf(0, m_tokens.size());
        while (const Part *part = partWithByte(parts)) {
            found = term::Span{m_tokens[part->first].start, m_tokens[part->last].end()};
            parts = partsOf(part->first + 1, part->last);
        }
        return found;
    }

private:
    static constexpr int MostTries = 48;
    static constexpr std::size_t MostInTurn = 24; // more parts are halved

    /// Its first and last token: brackets, or one token.
    struct Part
    {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    [[nodiscard]] std::vector<Part> partsOf(std::size_t from, std::size_t to) const
    {
        std::vector<Part> parts;
        for (std::size_t i = from, open = 0, depth = 0; i < to; ++i) {
            const term::TokenKind kind = m_tokens[i].kind;
            // Round brackets hold arguments: they are no value themselves.
            const bool round =
                m_text.at(m_tokens[i].end() - 1) == u'(' || m_text.at(m_tokens[i].start) == u')';
            if (kind == term::TokenKind::Open && !round && depth++ == 0)
                open = i;
            else if (kind == term::TokenKind::Close && !round && depth > 0 && --depth == 0)
                parts.push_back({open, i});
            else if (depth == 0 && (kind == term::TokenKind::Atom || kind == term::TokenKind::Number ||
                                    kind == term::TokenKind::Text || kind == term::TokenKind::Identifier))
                parts.push_back({i, i});
        }
        return parts;
    }

    std::optional<term::ByteRange> rangeOf(const Part &part)
    {
        if (++m_tries > MostTries)
            return std::nullopt;
        return byteRangeOf(m_text, m_syntax, m_call, {m_tokens[part.first].start, m_tokens[part.last].end()});
    }

    const Part *partWithByte(const std::vector<Part> &parts)
    {
        auto begin = parts.begin();
        auto end = parts.end();
        // Parts stand in the bytes as in the text.
        while (std::size_t(end - begin) > MostInTurn && m_tries < MostTries) {
            const auto middle = begin + (end - begin) / 2;
            const auto range = rangeOf(*middle);
            if (!range)
                return nullptr; // parts without bytes of their own, such as a list's that is written as a
                                // string
            (range->offset <= m_byte ? begin : end) = middle;
        }
        const auto at = std::find_if(begin, end, [this](const Part &part) {
            const auto range = rangeOf(part);
            return range && range->contains(m_byte);
        });
        return at == end ? nullptr : &*at;
    }

    const QString &m_text;
    Syntax m_syntax;
    bool m_call;
    qsizetype m_byte;
    std::vector<term::Token> m_tokens;
    int m_tries = 0;
};

} // namespace

std::optional<term::Span> partOfByte(const QString &text, Syntax syntax, bool call, qsizetype byte)
{
    return PartFinder(text, syntax, call, byte).find();
}

} // namespace nodescope::widgets
