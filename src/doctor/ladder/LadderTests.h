#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "dist/EpmdClient.h"
#include "dist/LocalNode.h"
#include "doctor/ladder/LadderEvidence.h"

namespace nodescope::doctor {

/// Where and how the target is reached, for all attempts of one ladder.
struct LadderOptions
{
    quint16 epmdPort = protocol::epmd::DefaultPort;
    /// The node's own host and port, where there is no EPMD to ask.
    std::optional<dist::DialTarget::Explicit> address;
    base::Secret cookie; ///< null: the one that the node's store has
    std::optional<dist::TlsRole> tls;
};

/// Makes the tests that tell causes apart, all at once, and waits for them no longer than a moment.
///
/// `finished` comes once, in a later turn of the loop. Lives on the network thread; owned by its parent; the
/// node must outlive it.
class LadderTests final : public QObject
{
    Q_OBJECT

public:
    LadderTests(dist::LocalNode &node, LadderOptions options, LadderEvidence evidence,
                QObject *parent = nullptr);
    ~LadderTests() override;

    void start(const QList<LadderTest> &tests);

Q_SIGNALS:
    void finished(const nodescope::doctor::LadderTestResults &results);

private:
    void begin(LadderTest test);
    void askNames();
    void askAgain();
    void tryElsewhere();
    void sayHello();
    void resolve(const QString &host, QStringList LadderTestResults::*into);
    void knockElsewhere();
    void callOverLink();
    void tryCutCookie();
    void onDialFinished(const dist::DialReport &report);
    void done();
    void finish();
    [[nodiscard]] const dist::DialReport &failed() const;

    dist::LocalNode &m_node;
    const LadderOptions m_options;
    const LadderEvidence m_evidence;
    dist::EpmdClient m_epmd;
    LadderTestResults m_results;
    int m_closedPorts = 0;
    QList<dist::AttemptId> m_elsewhere;
    dist::AttemptId m_hello = 0;
    dist::AttemptId m_cutCookie = 0;
    dist::CallId m_call = 0;
    QTimer m_limit;
    int m_open = 0;
    bool m_over = false;
};

} // namespace nodescope::doctor
