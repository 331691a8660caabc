#include "cli/PairRun.h"

#include <QEventLoop>

namespace nodescope::cli {

using base::NodeName;
using cluster::Diagnosis;

namespace {

class Attempt
{
public:
    Attempt(session::LiveSession &session, const NodeName &a, const NodeName &b, quint16 epmdPort)
        : m_session(session)
        , m_a(a)
        , m_b(b)
        , m_epmdPort(epmdPort)
    {
    }

    std::optional<Diagnosis> run()
    {
        using session::LiveSession;
        QObject::connect(&m_session, &LiveSession::attemptFinished, &m_loop,
                         [this](const Diagnosis &diagnosis) {
                             if (diagnosis.to == m_a && !m_asked)
                                 onReached(diagnosis);
                         });
        QObject::connect(&m_session, &LiveSession::pairFinished, &m_loop,
                         [this](const Diagnosis &diagnosis) { end(diagnosis); });
        QObject::connect(&m_session, &LiveSession::changed, &m_loop, [this](const cluster::Deltas &deltas) {
            for (const cluster::Delta &delta : deltas) {
                if (std::holds_alternative<cluster::IntentFailed>(delta))
                    m_loop.quit();
            }
        });
        cluster::ConnectToNode reach;
        reach.node = m_a;
        reach.epmdPort = m_epmdPort;
        m_session.perform(reach);
        m_loop.exec();
        return m_outcome;
    }

private:
    void onReached(const Diagnosis &diagnosis)
    {
        if (!diagnosis.ok()) {
            end(diagnosis);
            return;
        }
        m_asked = true;
        // The command line is the person's word.
        m_session.perform(cluster::ArmActing{true});
        m_session.perform(cluster::ConnectPair{m_a, m_b});
    }
    void end(const Diagnosis &diagnosis)
    {
        m_outcome = diagnosis;
        m_loop.quit();
    }

    session::LiveSession &m_session;
    const NodeName m_a;
    const NodeName m_b;
    const quint16 m_epmdPort;
    QEventLoop m_loop;
    std::optional<Diagnosis> m_outcome;
    bool m_asked = false;
};

} // namespace

std::optional<Diagnosis> runPair(session::LiveSession &session, const NodeName &a, const NodeName &b,
                                 quint16 epmdPort)
{
    return Attempt(session, a, b, epmdPort).run();
}

} // namespace nodescope::cli
