#include "doctor/CauseWords.h"
#include "doctor/Quoting.h"
#include "doctor/RemedyParts.h"
#include "doctor/SettingText.h"

namespace nodescope::doctor {

using base::NodeName;
using cluster::Cause;
using cluster::Diagnosis;

namespace {
/// Only the node itself is always right: -setcookie goes before the file.
QList<Snippet> showCookie(const NodeName &node)
{
    return {elixir(inShellOf(node), QStringLiteral("Node.get_cookie()")),
            erlang(inShellOf(node), QStringLiteral("erlang:get_cookie()."))};
}

QList<Remedy> cookieOfOurs(const NodeName &to)
{
    return {{CauseWords::tr("Connect again with the cookie that %1 uses. This shows it:").arg(to.text()),
             showCookie(to)},
            {CauseWords::tr("Where %1 was started without -setcookie, the file of its user holds it:")
                 .arg(to.text()),
             {shell(onHostOf(to), QStringLiteral("cat ~/.erlang.cookie"))}}};
}

/// How two nodes come to one cookie by the way they are started.
Remedy oneCookieFile(const NodeName &from, const NodeName &to)
{
    if (from.host() == to.host()) {
        return {CauseWords::tr(
                    "Compare how the two were started. On one host both read the same cookie file, unless "
                    "-setcookie gave one of them another cookie, or they run as different users:"),
                {shell(onHostOf(to), QStringLiteral("ps -o user,args -C beam.smp"))}};
    }
    return {CauseWords::tr("Or, where both are started without -setcookie, copy the cookie file and start %1 "
                           "again:")
                .arg(from.text()),
            {shell(onHostOf(from), QStringLiteral("chmod 600 ~/.erlang.cookie\n"
                                                  "scp %1:.erlang.cookie ~/.erlang.cookie\n"
                                                  "chmod 400 ~/.erlang.cookie")
                                       .arg(shellWord(to.host())))}};
}

QList<Remedy> cookieOfPair(const NodeName &from, const NodeName &to)
{
    // One side only: a cookie that each sets for the other crosses, and fails again.
    const QString placeholder = QStringLiteral("the_cookie_of_") + to.name();
    return {{CauseWords::tr("See which cookie %1 uses:").arg(to.text()), showCookie(to)},
            {CauseWords::tr("Give %1 the cookie of %2, on this side only:").arg(from.text(), to.text()),
             {elixir(inShellOf(from), QStringLiteral("Node.set_cookie(%1, %2)")
                                          .arg(elixirAtom(to.text()), elixirAtom(placeholder))),
              erlang(inShellOf(from), QStringLiteral("erlang:set_cookie(%1, %2).")
                                          .arg(erlangAtom(to.text()), erlangAtom(placeholder)))}},
            oneCookieFile(from, to),
            {CauseWords::tr("Or start both with one cookie:"),
             {vmArgs(CauseWords::tr("where both are started"),
                     QStringLiteral("-setcookie one_cookie_for_both"))}}};
}
} // namespace

QList<Remedy> remediesOfCookie(const Diagnosis &diagnosis)
{
    return isOurs(diagnosis) || diagnosis.cause == Cause::NoCookie
               ? cookieOfOurs(diagnosis.to)
               : cookieOfPair(diagnosis.from, diagnosis.to);
}

} // namespace nodescope::doctor
