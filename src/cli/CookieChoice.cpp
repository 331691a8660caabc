#include "cli/CookieChoice.h"

#include <algorithm>

#include "cli/HiddenPrompt.h"
#include "cli/SafeText.h"
#include "cli/Words.h"
#include "dist/CookieSource.h"
#include "doctor/CookieText.h"

namespace nodescope::cli {

namespace {

using doctor::cookieProblemText;

std::optional<dist::CookieStore> forAll(const dist::CookieResult &cookie, Console &console)
{
    if (!cookie.ok()) {
        console.error(QStringLiteral("no_cookie"), cookieProblemText(cookie.error()));
        return std::nullopt;
    }
    dist::CookieStore store;
    store.setDefault(*cookie);
    return store;
}

// By option, else by the environment.
bool isGiven(const Arguments &arguments)
{
    return arguments.has(QStringLiteral("cookie-file")) || qEnvironmentVariableIsSet(CookieVariable);
}

// The node of `NODE=FILE`; null where there is but a file. (A file's name may hold both signs.)
base::NodeName nodeOfChoice(const QString &word)
{
    const auto name = base::NodeName::parse(word.section(u'=', 0, 0));
    return word.contains(u'=') && name ? *name : base::NodeName();
}

// One of `--cookie-file [NODE=]FILE`. Nothing: the error has been reported.
bool takeChoice(const QString &word, dist::CookieStore &store, Console &console)
{
    const base::NodeName node = nodeOfChoice(word);
    const auto cookie = cookieOfFile(node.isNull() ? word : word.section(u'=', 1), console);
    if (!cookie)
        return false;
    if (node.isNull())
        store.setDefault(*cookie);
    else
        store.setForNode(node, *cookie);
    return true;
}

std::optional<dist::CookieStore> given(const Arguments &arguments, Console &console)
{
    if (!arguments.has(QStringLiteral("cookie-file")))
        return forAll(dist::readCookieEnvironment(CookieVariable), console);
    dist::CookieStore store;
    QStringList words = arguments.values(QStringLiteral("cookie-file"));
    std::reverse(words.begin(), words.end()); // the last one counts
    for (const QString &word : words) {
        if (!takeChoice(word, store, console))
            return std::nullopt;
    }
    return store;
}

std::optional<dist::CookieStore> fromUser(const QList<base::NodeName> &nodes, Console &console)
{
    const QString path = dist::userCookieFile();
    const dist::CookieResult cookie = dist::readCookieFile(path);
    if (!cookie.ok()) {
        console.error(QStringLiteral("no_cookie"),
                      Words::tr("%1 Give --cookie-file FILE, or set NODESCOPE_COOKIE.")
                          .arg(cookieProblemText(cookie.error())));
        return std::nullopt;
    }
    dist::CookieStore store;
    QStringList hosts;
    for (const base::NodeName &node : nodes) {
        store.setForHost(node.host(), *cookie);
        if (!hosts.contains(node.host()))
            hosts.append(node.host());
    }
    console.notice(QStringLiteral("user_cookie"), Words::tr("using the cookie of %1, for nodes on %2 only")
                                                      .arg(safeText(path), hosts.join(QStringLiteral(", "))));
    return store;
}

} // namespace

std::optional<dist::CookieStore> chooseCookie(const Arguments &arguments, const QList<base::NodeName> &nodes,
                                              Console &console)
{
    if (isGiven(arguments))
        return given(arguments, console);
    if (console.isInteractive()) {
        const base::Secret typed = askHidden(Words::tr("Cookie (Enter alone: that of ~/.erlang.cookie): "));
        if (!typed.isNull() && !typed.reveal().isEmpty())
            return forAll(dist::parseCookie(typed.reveal(), Words::tr("what you typed")), console);
    }
    return fromUser(nodes, console);
}

std::optional<dist::CookieStore> chooseCookieIfAny(const Arguments &arguments,
                                                   const QList<base::NodeName> &nodes, Console &console)
{
    if (isGiven(arguments))
        return given(arguments, console);
    if (dist::readCookieFile(dist::userCookieFile()).ok())
        return fromUser(nodes, console);
    return dist::CookieStore();
}

std::optional<base::Secret> cookieOfFile(const QString &path, Console &console)
{
    dist::CookieResult cookie = dist::readCookieFile(path, dist::CookieFileMode::OwnerOnly);
    if (!cookie.ok() && cookie.error().kind == dist::CookieError::Kind::TooOpen) {
        // Somebody named it: container systems make such files. It is taken, and not silently.
        console.notice(QStringLiteral("cookie_file_mode"), cookieProblemText(cookie.error()));
        cookie = dist::readCookieFile(path, dist::CookieFileMode::Any);
    }
    if (cookie.ok())
        return *cookie;
    console.error(QStringLiteral("no_cookie"), cookieProblemText(cookie.error()));
    return std::nullopt;
}

} // namespace nodescope::cli
