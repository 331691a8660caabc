#include "widgets/send/Compose.h"

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

std::optional<ByteRange> byteRangeOf(const QString &text, Syntax syntax, bool call, const term::Span &part)
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
    return ByteRange{at, bytes.size()};
}

} // namespace nodescope::widgets
