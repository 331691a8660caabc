#pragma once

#include <QHash>

#include "cluster/Figures.h"

namespace nodescope::widgets {

/// How long nothing has come in on links, by the counters that their ends keep. A node that lives sends
/// something, a tick at least, every quarter of its tick time (15 s of 60); when a whole tick time and up to
/// a quarter passes without, the link is given up. So silence is told by quarters, from the first that was
/// missed on.
class Silences
{
public:
    static constexpr int Quarters = 4;

    /// True when the level of the link is another than before.
    [[nodiscard]] bool take(const cluster::Traffic &traffic);
    void forget(const cluster::LinkKey &link) { m_links.remove(link); }
    void clear() { m_links.clear(); }
    /// 0: something came in lately, or nobody tells; else the quarters of a minute that have passed, to
    /// Quarters.
    [[nodiscard]] int levelOf(const cluster::LinkKey &link) const;

private:
    struct End
    {
        quint64 packets = 0;
        base::Instant changed{}; ///< when the count was first seen
        base::Instant told{};

        void take(const cluster::EndTraffic &traffic);
        [[nodiscard]] base::Duration silence() const { return told - changed; }
    };
    struct Ends
    {
        End a;
        End b;

        [[nodiscard]] int level() const;
    };
    QHash<cluster::LinkKey, Ends> m_links;
};

} // namespace nodescope::widgets
