#pragma once

#include <map>
#include <memory>

#include <QObject>

#include "doctor/ladder/Ladder.h"

namespace nodescope::session {

/// The ladders that are being climbed for people, by the number that each was given.
///
/// Each ladder has a local node of its own, so that its attempts touch no link of the session; where we are
/// connected to the target already, it climbs beside that link. Lives on the network thread, with what it
/// owns; `self` must outlive it.
class Examinations final : public QObject
{
    Q_OBJECT

public:
    explicit Examinations(dist::LocalNode &self, QObject *parent = nullptr);
    ~Examinations() override;

    /// A running one of the same number is cancelled first, without a word.
    void climb(quint64 id, const base::NodeName &target, const doctor::LadderOptions &options);
    /// Ends with a last changed(), if there is such a one.
    void cancel(quint64 id);
    [[nodiscard]] bool isEmpty() const { return m_climbs.empty(); }

Q_SIGNALS:
    /// `running` is false in the last one of each.
    void changed(const nodescope::cluster::Examination &examination);

private:
    struct Climb
    {
        std::unique_ptr<dist::LocalNode> node; // unless it climbs beside a link of ours
        std::unique_ptr<doctor::Ladder> ladder;
    };
    void drop(quint64 id);

    dist::LocalNode &m_self;
    std::map<quint64, std::shared_ptr<Climb>> m_climbs;
};

} // namespace nodescope::session
