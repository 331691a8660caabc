#include "app/StartMeasure.h"

#include <algorithm>
#include <cstdio>

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>

namespace nodescope::app {

namespace {

void print(const char *measure, double value)
{
    std::printf("ours start.%s %.6g\n", measure, value);
    std::fflush(stdout);
}

/// Megabytes; 0 where the system does not tell in this way.
double residentMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace

StartMeasure::StartMeasure(QElapsedTimer since, int nodes, QWidget &window,
                           const cluster::ClusterStore &store)
    : m_since(since)
    , m_nodes(nodes)
    , m_store(store)
{
    QCoreApplication::instance()->installEventFilter(this);
    connect(&store, &cluster::ClusterStore::batchEnded, this, [this, &window] {
        if (m_up || !isClusterUp())
            return;
        m_up = true;
        window.update();
    });
}

bool StartMeasure::isWanted()
{
    return qEnvironmentVariableIsSet("NODESCOPE_MEASURE_START");
}

/// One of the practice nodes has another cookie, so that there is something to see.
bool StartMeasure::isClusterUp() const
{
    const auto &nodes = m_store.cluster().nodes();
    const auto up = std::count_if(nodes.begin(), nodes.end(), [](const cluster::Node &node) {
        return node.state == cluster::NodeState::Up && node.kind != cluster::NodeKind::Self;
    });
    return up >= m_nodes - 1;
}

bool StartMeasure::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        // What is painted is on the screen when the loop comes round.
        QTimer::singleShot(0, this, [this] {
            if (!std::exchange(m_framed, true))
                print("first_frame", double(m_since.elapsed()));
            else if (std::exchange(m_up, false))
                end();
        });
    }
    return QObject::eventFilter(watched, event);
}

void StartMeasure::end()
{
    print("practice", double(m_since.elapsed()));
    // Memory when all has settled.
    QTimer::singleShot(std::chrono::seconds(2), this, [] {
        print("memory", residentMemory());
        QCoreApplication::quit();
    });
}

} // namespace nodescope::app
