#pragma once

#include <deque>
#include <memory>

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include "cluster/Delta.h"
#include "cluster/Intent.h"
#include "cluster/Report.h"
#include "dist/EpmdClient.h"
#include "dist/LocalNode.h"
#include "dist/tls/TlsOptionFile.h"
#include "session/Examinations.h"
#include "session/FigureDesk.h"
#include "session/HandshakeDesk.h"
#include "session/Inbox.h"
#include "session/NodeWatch.h"
#include "session/Picture.h"
#include "session/PostDesk.h"
#include "session/PracticeHost.h"
#include "session/SenderNames.h"
#include "session/discovery/SourceDesk.h"
#include "session/errands/ErrandDesk.h"
#include "session/processes/ProcessDesk.h"
#include "session/processes/SupervisionDesk.h"

namespace nodescope::session {

/// Whether waiting could help against this cause: the node is not there, rather than that it refuses us.
[[nodiscard]] bool isAbsence(cluster::Cause cause);

struct LiveSettings
{
    quint16 epmdPort = 4369;
    /// Where the nodes of every host listen, in a cluster without EPMD (OTP's -erl_epmd_port); 0: EPMD
    /// is asked.
    quint16 distPort = 0;
    /// Dial the nodes that watched nodes know of, with the cookie that led to them.
    bool follow = true;
    /// Try to reach a node again that fell out.
    bool reconnect = true;
    /// How many attempts run at once.
    int maxAttempts = 32;
    /// Ask the watched nodes for figures and counters at this interval; 0: do not.
    int figureSeconds = 0;
    /// Speak TLS to every node, unless a ConnectToNode says otherwise.
    std::optional<dist::TlsRole> tls;
};

/// The live source of deltas and sink of intents: one LocalNode of ours (hidden, under a dynamic name),
/// and a NodeWatch for each node that it is connected to.
///
/// Observing (connecting ourselves, watching, asking EPMD) is always allowed. Acting (ConnectPair,
/// DisconnectPair, RunErrand) on a node that is no practice node needs to be armed; otherwise
/// `acting_not_armed` comes back and nothing is sent. Only the person arms it: no delta and no peer can.
///
/// Signals: `changed`, at most once per turn of the loop, with everything since the last; `reported`
/// likewise, after it, with mail and answers to questions, of which nothing is kept here. `settled` when no
/// attempt, identification or first report is outstanding any more.
///
/// Lives on the network thread with all that it owns; created and destroyed there. `clock` must
/// outlive it.
class LiveSession final : public QObject
{
    Q_OBJECT

public:
    LiveSession(const base::Clock &clock, const LiveSettings &settings, dist::CookieStore cookies,
                QObject *parent = nullptr);
    ~LiveSession() override;

    /// The host must outlive the session or be its child. Call once, before the first StartPractice.
    void setPracticeHost(PracticeHost *host);
    [[nodiscard]] dist::LocalNode &self() { return m_self; }
    [[nodiscard]] Inbox &inbox() { return m_inbox; }
    [[nodiscard]] const Picture &picture() const { return m_picture; }
    [[nodiscard]] bool isSettled() const;
    /// Whose `answered` brings what comes back, whole.
    [[nodiscard]] const ErrandDesk &errands() const { return m_errands; }

public Q_SLOTS:
    void perform(const nodescope::cluster::Intent &intent);

Q_SIGNALS:
    void changed(const nodescope::cluster::Deltas &deltas);
    void reported(const nodescope::cluster::Reports &reports);
    void settled();
    /// The outcome of one attempt of ours, before `changed` tells of it.
    void attemptFinished(const nodescope::cluster::Diagnosis &diagnosis);
    /// The outcome of a ConnectPair.
    void pairFinished(const nodescope::cluster::Diagnosis &diagnosis);

private:
    struct Peer
    {
        base::Secret cookie; ///< null: the store's
        quint16 epmdPort = 0;
        std::optional<dist::TlsRole> tls; ///< else the session's
        QString tlsFile;                  ///< from which those are; a server's options may be there too
        bool wanted = false;              ///< a person or a neighbour led us here, and nobody left it since
        bool byUs = false;                ///< following brought us here, no person asked
        bool refused = false;             ///< an attempt failed in a way that trying again does not cure
        bool lost = false;                ///< its link went down, and it has been looked for since
        /// For what it was not found last, while it is lost: to be told once, not with every attempt.
        std::optional<cluster::Cause> missing;
        int retries = 0;
        dist::AttemptId attempt = 0;
    };

    /// What is known of an errand while it runs, besides what its steps say.
    struct Exchange
    {
        quint64 number = 0;
        QString sender; ///< the process that does it on another node
    };

    void obey(const cluster::ListHost &intent);
    void obey(const cluster::ConnectToNode &intent);
    void obey(const cluster::LeaveNode &intent);
    void obey(const cluster::ConnectPair &intent);
    void obey(const cluster::DisconnectPair &intent);
    void obey(const cluster::TryAgain &intent);
    void obey(const cluster::Dismiss &intent);
    void obey(const cluster::ArmActing &intent);
    void obey(const cluster::StartPractice &intent);
    void obey(const cluster::StopPractice &intent);
    void obey(const cluster::Examine &intent);
    void obey(const cluster::CancelExamination &intent);
    void obey(const cluster::CompareSettings &intent);
    void obey(const cluster::OpenPost &intent);
    void obey(const cluster::ClosePost &intent);
    void obey(const cluster::SetFigureInterval &intent);
    void obey(const cluster::AddSource &intent);
    void obey(const cluster::RemoveSource &intent);
    void obey(const cluster::SwitchSource &intent);
    void obey(const cluster::AskSource &intent);
    void obey(const cluster::SetExpected &intent);
    void obey(const cluster::OpenProfile &intent);
    void obey(const cluster::CloseProfile &intent);
    void obey(const cluster::RunErrand &intent);
    void obey(const cluster::CancelErrand &intent);

    void joinErrands();
    void onErrandStep(const cluster::Errand &errand, const cluster::ErrandStep &step);
    void obey(const cluster::StepHandshake &intent);
    void obey(const cluster::ReleaseHandshake &intent);
    void obey(const cluster::EndHandshake &intent);
    void obey(const cluster::ShowCookie &intent);
    void obey(const cluster::AskProcesses &intent);
    void obey(const cluster::AskProcess &intent);
    void obey(const cluster::WatchSupervision &intent);
    void obey(const cluster::LeaveSupervision &intent);

    void joinSources();
    void joinHandshakes();
    void haveDialled(quint64 id, const base::NodeName &ownName);
    [[nodiscard]] base::Secret cookieFor(const base::NodeName &node) const;
    void joinReports();
    void report(const cluster::Report &report);
    void onMail(cluster::Mail mail);
    void reportMail(cluster::Mail mail);
    [[nodiscard]] bool mayActOn(const base::NodeName &node);
    [[nodiscard]] bool takeTlsOptions(const cluster::ConnectToNode &intent);
    /// The client's section of the file; false: there is none that can be used, and that has been told.
    [[nodiscard]] bool readTlsOptions(const QString &file, dist::TlsSections wanted,
                                      std::optional<dist::TlsRole> &into);
    void examineFromHere(const cluster::Examine &intent);
    void examinePair(const cluster::Examine &intent);
    void onExamined(const cluster::Examination &examination);
    /// How both are reached, by what is known of them; the cookie is the one that A was given, or null.
    [[nodiscard]] doctor::PairOptions pairOptions(const base::NodeName &a, const base::NodeName &b) const;
    void onAttempted(const base::NodeName &a, const base::NodeName &b, const cluster::Diagnosis &diagnosis);
    void enqueueDial(const base::NodeName &name);
    void dialNext();
    void onDialFinished(const dist::DialReport &report);
    void onLinkUp(const dist::LinkInfo &link);
    void onLinkDown(const dist::LinkInfo &link, const dist::link_down::Reason &reason);
    void watch(const base::NodeName &name);
    void onWatching(const base::NodeName &name, cluster::Watched how);
    void onListed(const base::NodeName &viewer, const QList<PeerSeen> &peers);
    void onNodeUp(const base::NodeName &viewer, const PeerSeen &peer);
    void follow(const base::NodeName &viewer, const PeerSeen &peer);
    /// Whether it may come back: its link to us or to others went down.
    [[nodiscard]] bool isAwaited(const base::NodeName &name);
    void retryLater(const base::NodeName &name);
    void startPair(const base::NodeName &a, const base::NodeName &b);
    void onPracticeNode(const base::NodeName &node, const base::Secret &cookie, quint16 epmdPort);
    void onFigures(const base::NodeName &node, const FigureAnswer &answer);
    void publishSoon();
    void publish();
    Peer &peer(const base::NodeName &name);

    const base::Clock &m_clock;
    const LiveSettings m_settings;
    dist::LocalNode m_self;
    dist::EpmdClient m_epmd;
    Examinations m_examinations;
    PostDesk m_post;
    HandshakeDesk m_handshakes;
    base::NodeName m_asked; ///< who is to dial us, for a handshake in steps
    FigureDesk m_figures;
    ErrandDesk m_errands;
    Inbox m_inbox;
    SenderNames m_senderNames;
    ProcessDesk m_processes;
    SupervisionDesk m_supervision;
    cluster::Reports m_reports; ///< since the last publish()
    Picture m_picture;
    SourceDesk m_sources;
    PracticeHost *m_practice = nullptr;
    cluster::SessionInfo m_info;
    QHash<base::NodeName, Peer> m_peers;
    QHash<base::NodeName, NodeWatch *> m_watches; // children
    QHash<quint64, Exchange> m_exchanges;         // by the errand's id
    QSet<base::NodeName> m_unsettled;             // linked, and not yet heard of
    QSet<base::NodeName> m_unidentified;          // linked, and asked who they are
    std::deque<base::NodeName> m_queue;
    int m_running = 0;
    int m_openPairs = 0;
    int m_openHosts = 0;
    bool m_follow = true;
    bool m_comparing = false;
    bool m_publishQueued = false;
};

} // namespace nodescope::session
