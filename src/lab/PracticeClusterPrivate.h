#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QSet>
#include <QTimer>

#include "lab/CookieFiles.h"
#include "lab/EpmdChoice.h"
#include "lab/Meetings.h"
#include "lab/PracticeCertificates.h"
#include "lab/PracticeCluster.h"
#include "lab/PracticeNode.h"
#include "lab/PracticePlan.h"

namespace nodescope::lab {

/// One run of a cluster, from start() to its end. How it starts is in ClusterStart.cpp, how nodes and the
/// whole end in PracticeCluster.cpp.
class PracticeCluster::Private
{
public:
    struct Member
    {
        PlannedNode plan;
        CookieFile cookie;
        PracticeNode *node = nullptr; ///< child of the cluster; null while stopped
        bool ready = false;
        int renames = 0;
    };

    Private(PracticeCluster &owner, const base::Clock &sourceOfTime)
        : q(owner)
        , clock(sourceOfTime)
    {
    }

    void begin(const PracticeOptions &wanted);
    void endAll();
    bool endOne(const base::NodeName &name);
    bool startOne(const base::NodeName &name);
    [[nodiscard]] Member *find(const base::NodeName &name);
    [[nodiscard]] PracticeNodeInfo infoOf(const Member &member) const;

    PracticeCluster &q;
    const base::Clock &clock;
    PracticeOptions options;
    CookieFiles files;
    PracticeCertificates certificates; ///< with TLS
    std::unique_ptr<EpmdChoice> epmd;
    std::unique_ptr<Meetings> meetings;
    std::vector<std::unique_ptr<Member>> members;
    QSet<QString> taken; ///< names at EPMD, and those that it refused

private:
    void onEpmdChosen(const QSet<QString> &names);
    bool makeMembers();
    bool makeCertificates();
    void bringUp(Member &member);
    void forwardSignals(Member &member);
    void onRegistered(Member &member);
    void onRefused(Member &member);
    void checkAllRegistered();
    void planMeetings();
    void addMeeting(Member &from, const Member &to);
    void onMet();
    void retire(Member &member, bool tell);
    void onRetired();
    void fail(const PracticeError &error);

    QTimer m_registrationTimer;
    std::optional<PracticeError> m_failure; ///< told when all is gone
    int m_retiring = 0;
    bool m_ending = false;
};

} // namespace nodescope::lab
