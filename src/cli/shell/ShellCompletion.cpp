#include "cli/shell/ShellCompletion.h"

#include <QRegularExpression>

#include "term/Term.h"

namespace nodescope::cli {

namespace {

constexpr qsizetype MostWords = 500;

/// The word at the end of the text, with a colon or quote in front where it has one.
QString lastWord(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("[:']?[\\w@.?!]*$"));
    return form.match(text).captured(0);
}

QString shown(const QString &atom, term::Syntax syntax)
{
    const term::Term term = term::Term::atom(atom);
    return syntax == term::Syntax::Erlang ? term::toErlang(term) : term::toElixir(term);
}

} // namespace

QString ShellCompletion::moduleBefore(const QString &text, term::Syntax syntax)
{
    static const QRegularExpression erlang(QStringLiteral("(?:^|[^\\w@:'])([a-z][\\w@]*|'[^']*'):[\\w@]*$"));
    static const QRegularExpression elixir(
        QStringLiteral("(?:^|[^\\w:.])(:[a-z][\\w@]*|[A-Z][\\w.]*)\\.[a-z_]\\w*$"
                       "|(?:^|[^\\w:.])(:[a-z][\\w@]*|[A-Z][\\w.]*)\\.$"));
    const QRegularExpressionMatch match = (syntax == term::Syntax::Erlang ? erlang : elixir).match(text);
    QString module = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    if (module.startsWith(u'\''))
        return module.mid(1, module.size() - 2);
    if (module.startsWith(u':'))
        return module.mid(1);
    const bool alias = !module.isEmpty() && module.at(0).isUpper();
    return alias ? QStringLiteral("Elixir.") + module : module;
}

ShellCompletion::Offer ShellCompletion::offer(const QString &text, term::Syntax syntax) const
{
    Offer offer;
    const QString module = moduleBefore(text, syntax);
    if (!module.isEmpty()) {
        const qsizetype mark = text.lastIndexOf(syntax == term::Syntax::Erlang ? u':' : u'.');
        const QString begun = text.mid(mark + 1);
        offer.length = begun.size();
        for (const QString &function : m_functions.value(module)) {
            const QString word = syntax == term::Syntax::Erlang ? shown(function, syntax) : function;
            if (word.startsWith(begun))
                offer.words.append(word + u'(');
        }
    } else {
        const QString begun = lastWord(text);
        offer.length = begun.size();
        if (begun.isEmpty())
            return offer;
        const QString call = QLatin1String(syntax == term::Syntax::Erlang ? ":" : ".");
        for (const QString &name : m_modules) {
            const QString word = shown(name, syntax);
            if (word.startsWith(begun))
                offer.words.append(word + call);
        }
        for (const QString &atom : m_atoms) {
            const QString word = shown(atom, syntax);
            if (word.startsWith(begun))
                offer.words.append(word);
        }
    }
    offer.words.removeDuplicates();
    offer.words.sort();
    offer.words = offer.words.mid(0, MostWords);
    return offer;
}

QString ShellCompletion::commonBegin(const QStringList &words)
{
    QString common = words.value(0);
    for (const QString &word : words) {
        while (!word.startsWith(common))
            common.chop(1);
    }
    return common;
}

} // namespace nodescope::cli
