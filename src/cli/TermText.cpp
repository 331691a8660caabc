#include "cli/TermText.h"

#include <QRegularExpression>

#include "cli/SafeText.h"
#include "cli/Words.h"
#include "term/Json.h"
#include "term/Printer.h"

namespace nodescope::cli {

namespace {

using Code = term::ParseError::Code;

constexpr int CaretContext = 70; // characters on each side

QString complaintOf(Code code)
{
    switch (code) {
    case Code::Empty:
        return Words::tr("there is no term");
    case Code::UnexpectedEnd:
        return Words::tr("what is opened here is never closed");
    case Code::UnexpectedCharacter:
        return Words::tr("a term cannot go on like this");
    case Code::TrailingText:
        return Words::tr("the term is complete before this");
    case Code::UnterminatedText:
        return Words::tr("the closing quote is missing");
    case Code::BadEscape:
        return Words::tr("there is no such escape in quotes");
    case Code::BadNumber:
        return Words::tr("this is no number");
    case Code::BadCharacter:
        return Words::tr("a character is missing");
    case Code::AtomTooLong:
        return Words::tr("an atom has at most 255 characters");
    case Code::BadSegment:
        return Words::tr("this cannot stand in a binary");
    case Code::BadIdentifier:
        return Words::tr("this is no pid, port or reference");
    case Code::LocalPid:
        return Words::tr("this pid does not say which node it is on: write #Pid<node.id.serial.creation>");
    case Code::FunNotReadable:
        return Words::tr("a fun cannot be written as data");
    case Code::NotData:
        return Words::tr("only data can stand here: no variable, call or operator");
    case Code::BadFunction:
        return Words::tr("this is no function’s name");
    case Code::BadRecord:
        return Words::tr("this is no record");
    case Code::DuplicateKey:
        return Words::tr("the map has this key already");
    case Code::TooManyValues:
        return Words::tr("the term has too many values");
    }
    return {};
}

/// Skips what is quoted from `start` on, where the quote stands; returns the place behind it.
qsizetype behindQuotes(const QString &text, qsizetype start)
{
    const QChar quote = text.at(start);
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text.at(i) == u'\\')
            ++i;
        else if (text.at(i) == quote)
            return i + 1;
    }
    return text.size();
}

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == u'_' || character == u'@';
}

} // namespace

QString textOf(const term::ParseError &error)
{
    return Words::tr("%1:%2: %3").arg(error.line).arg(error.column).arg(complaintOf(error.code));
}

QString caretOf(const term::ParseError &error, const QString &text)
{
    const QString line = text.section(u'\n', error.line - 1, error.line - 1);
    if (line.isEmpty())
        return {};
    const int at = error.column - 1;
    const int from = qMax(0, at - CaretContext);
    // Each character as it is shown, so that the caret keeps its place below escaped ones.
    const QString before = safeText(QStringView(line).mid(from, at - from));
    const QString behind = safeText(QStringView(line).mid(at, CaretContext));
    return before + behind + u'\n' + QString(before.size(), u' ') + u'^';
}

QJsonObject jsonOf(const term::ParseError &error)
{
    return {{QStringLiteral("code"), term::codeName(error.code)},
            {QStringLiteral("line"), error.line},
            {QStringLiteral("column"), error.column},
            {QStringLiteral("offset"), qint64(error.offset)}};
}

base::Result<term::Expression, term::ParseError> readExpression(const QString &text,
                                                                const term::ParseOptions &options)
{
    static const QRegularExpression elixirCall(QStringLiteral("^\\s*:?[\\w.]+\\.[a-z_]\\w*[?!]?\\s*\\("));
    static const QRegularExpression erlangCall(QStringLiteral("^\\s*[\\w'.]+\\s*:\\s*[\\w']+\\s*\\("));
    auto expression = term::parseExpression(text, options);
    const bool erlang = options.syntax == term::Syntax::Erlang;
    if (expression.ok() || !(erlang ? elixirCall : erlangCall).match(text).hasMatch())
        return expression;
    term::ParseOptions other = options;
    other.syntax = erlang ? term::Syntax::Elixir : term::Syntax::Erlang;
    return term::parseExpression(text, other);
}

term::Syntax syntaxOf(const Arguments &arguments)
{
    return arguments.has(QStringLiteral("elixir")) ? term::Syntax::Elixir : term::Syntax::Erlang;
}

QByteArray shownTerm(const term::Term &term, const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("json")))
        return term::toJson(term);
    term::PrintOptions options;
    options.syntax = syntaxOf(arguments);
    return term::print(term, options).text.toUtf8();
}

QString withSelf(const QString &text, term::Syntax syntax, const QString &pid)
{
    const QString self = QStringLiteral("self()");
    const QChar literal = syntax == term::Syntax::Erlang ? u'$' : u'?';
    QString out;
    for (qsizetype i = 0; i < text.size();) {
        const QChar character = text.at(i);
        qsizetype end = i + 1;
        if (character == u'"' || character == u'\'')
            end = behindQuotes(text, i);
        else if (character == literal)
            end = qMin(text.size(), i + (QStringView(text).mid(i + 1).startsWith(u'\\') ? 3 : 2));
        const bool startsWord = i == 0 || !isWordCharacter(text.at(i - 1));
        if (startsWord && QStringView(text).mid(i).startsWith(self)) {
            out += pid;
            i += self.size();
        } else {
            out += QStringView(text).mid(i, end - i);
            i = end;
        }
    }
    return out;
}

} // namespace nodescope::cli
