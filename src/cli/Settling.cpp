#include "cli/Settling.h"

#include <QEventLoop>
#include <QTimer>

#include "cli/SafeText.h"
#include "cli/Words.h"
#include "dist/Timing.h"
#include "doctor/CauseText.h"

namespace nodescope::cli {

namespace {

using base::NodeName;
using namespace std::chrono_literals;

// The session counts as settled when nothing new came for this long: a watcher's hello can be on its way.
constexpr auto Quiet = 150ms;

} // namespace

void settle(session::LiveSession &session, base::Duration timeout)
{
    QEventLoop loop;
    QTimer quiet;
    quiet.setSingleShot(true);
    QObject::connect(&session, &session::LiveSession::changed, &quiet, &QTimer::stop);
    QObject::connect(&session, &session::LiveSession::settled, &quiet, [&quiet] { quiet.start(Quiet); });
    QObject::connect(&quiet, &QTimer::timeout, &loop, [&] {
        if (session.isSettled())
            loop.quit();
    });
    QTimer::singleShot(dist::timerInterval(timeout), &loop, &QEventLoop::quit);
    loop.exec();
}

bool reportUnreached(const QList<NodeName> &named, const cluster::Cluster &cluster, Console &console)
{
    bool all = true;
    for (const NodeName &name : named) {
        const cluster::Node *node = cluster.node(name);
        const bool reached = node && !node->ourNameThere.isEmpty();
        if (reached)
            continue;
        all = false;
        const cluster::Cause cause =
            node && node->cause != cluster::Cause::None ? node->cause : cluster::Cause::Cancelled;
        const cluster::Certainty certainty = node ? node->certainty : cluster::Certainty::Certain;
        console.error(cluster::identifierOf(cause),
                      Words::tr("%1 was not reached: %2")
                          .arg(safeText(name.text()), doctor::sentenceOf(cause, certainty)),
                      {{QStringLiteral("node"), name.text()}});
    }
    return all;
}

} // namespace nodescope::cli
