#include "cli/shell/ShellLine.h"

#include <QRegularExpression>

#include "cli/TermText.h"

namespace nodescope::cli::shell_line {

using Code = term::ParseError::Code;

namespace {

/// An error within a part, told for the whole text.
Line wrong(term::ParseError error, QStringView text, qsizetype behind)
{
    error.offset += behind;
    const QStringView before = text.left(error.offset);
    error.line = static_cast<int>(before.count(u'\n')) + 1;
    error.column = static_cast<int>(error.offset - (before.lastIndexOf(u'\n') + 1)) + 1;
    if (error.code == Code::UnexpectedEnd || error.code == Code::UnterminatedText)
        return Incomplete{};
    return Wrong{error};
}

/// `Process ! Term`; where the process is a name or an identifier.
std::optional<Line> readSend(const QString &text, const term::ParseOptions &options)
{
    static const QRegularExpression form(QStringLiteral(
        "^\\s*(:?[a-z][\\w@]*|:?'[^']+'|:\"[^\"]+\"|#(?:Pid|PID|Ref|Reference)<[^>]+>)\\s*!(?!=)"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qsizetype behind = match.capturedEnd(0);
    const auto message = term::parse(QStringView(text).mid(behind), options);
    if (!message.ok())
        return wrong(message.error(), text, behind);
    QString process = match.captured(1);
    if (!process.startsWith(u'#')) {
        process.remove(QRegularExpression(QStringLiteral("^:")));
        if (process.startsWith(u'\'') || process.startsWith(u'"'))
            process = process.mid(1, process.size() - 2);
    }
    return Send{process, *message};
}

} // namespace

Line read(const QString &text, term::Syntax syntax, const term::Pid &self)
{
    QString word = text.trimmed();
    if (word.endsWith(u'.'))
        word.chop(1);
    if (word == QStringLiteral("q()") || word == QStringLiteral("quit") || word == QStringLiteral("exit"))
        return Quit{};
    if (word == QStringLiteral("help") || word == QStringLiteral("help()") || word == QStringLiteral("h()"))
        return Help{};
    if (word == QStringLiteral("flush") || word == QStringLiteral("flush()"))
        return Flush{};
    if (word == QStringLiteral("use erlang"))
        return UseSyntax{term::Syntax::Erlang};
    if (word == QStringLiteral("use elixir"))
        return UseSyntax{term::Syntax::Elixir};
    term::ParseOptions options;
    options.syntax = syntax;
    options.self = self;
    if (auto send = readSend(text, options))
        return *send;
    const auto expression = readExpression(text, options);
    if (!expression.ok())
        return expression.error().code == Code::Empty ? Line(Nothing{}) : wrong(expression.error(), text, 0);
    if (const auto *call = std::get_if<term::CallExpression>(&*expression))
        return *call;
    return std::get<term::Term>(*expression);
}

} // namespace nodescope::cli::shell_line
