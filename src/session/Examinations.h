#pragma once

#include <map>
#include <memory>

#include <QObject>
#include <QPointer>

#include "doctor/ladder/Ladder.h"
#include "doctor/pairs/PairExamination.h"

namespace nodescope::session {

/// The examinations that are made for people, by the number that each was given: ladders from here, and
/// pairs.
///
/// Each has a local node of its own, so that its attempts touch no link of the session; where we are
/// connected already to what is examined, it is done beside those links. Lives on the network thread, with
/// what it owns; `self` must outlive it.
class Examinations final : public QObject
{
    Q_OBJECT

public:
    explicit Examinations(dist::LocalNode &self, QObject *parent = nullptr);
    ~Examinations() override;

    /// A running one of the same number is cancelled first, without a word.
    void climb(quint64 id, const base::NodeName &target, const doctor::LadderOptions &options);
    /// Why `from` does not connect to `to`; acting, if the options say so.
    void compare(quint64 id, const base::NodeName &from, const base::NodeName &to,
                 const doctor::PairOptions &options);
    /// Ends with a last changed(), if there is such a one.
    void cancel(quint64 id);
    [[nodiscard]] bool isEmpty() const { return m_running.empty(); }

Q_SIGNALS:
    /// `running` is false in the last one of each.
    void changed(const nodescope::cluster::Examination &examination);
    /// An attempt of ours that an examination made is over, unless it was made by the session's own node.
    void dialled(const nodescope::dist::DialReport &report);
    /// How an attempt of one node to connect to another ended, before the last changed().
    void attempted(const nodescope::cluster::Diagnosis &diagnosis);

private:
    struct Running
    {
        std::unique_ptr<dist::LocalNode> node; // unless it is done beside links of ours
        std::unique_ptr<doctor::Ladder> ladder;
        QPointer<doctor::PairExamination> pair; // else; ends itself
        cluster::Examination examination;       // of a pair
        ~Running() { delete pair; }
    };
    std::shared_ptr<Running> begin(quint64 id, bool besideOurs);
    void drop(quint64 id);

    dist::LocalNode &m_self;
    std::map<quint64, std::shared_ptr<Running>> m_running;
};

} // namespace nodescope::session
