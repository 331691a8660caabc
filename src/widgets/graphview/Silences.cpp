#include "widgets/graphview/Silences.h"

#include <algorithm>

namespace nodescope::widgets {

using namespace std::chrono_literals;

namespace {
/// A tick that is a little late, seen by a question now and then, is no silence.
constexpr base::Duration Unremarkable = 21s;
constexpr base::Duration Quarter = 15s;
} // namespace

void Silences::End::take(const cluster::EndTraffic &traffic)
{
    if (!traffic.isKnown()) {
        *this = {};
        return;
    }
    if (told == base::Instant() || packets != traffic.packetsIn)
        changed = traffic.at;
    packets = traffic.packetsIn;
    told = traffic.at;
}

int Silences::Ends::level() const
{
    const base::Duration silent = std::max(a.silence(), b.silence());
    return silent < Unremarkable ? 0 : std::clamp(int(silent / Quarter), 1, Quarters);
}

bool Silences::take(const cluster::Traffic &traffic)
{
    if (!traffic.isKnown())
        return m_links.remove(traffic.key);
    Ends &ends = m_links[traffic.key];
    const int before = ends.level();
    ends.a.take(traffic.a);
    ends.b.take(traffic.b);
    return ends.level() != before;
}

int Silences::levelOf(const cluster::LinkKey &link) const
{
    const auto known = m_links.constFind(link);
    return known == m_links.constEnd() ? 0 : known->level();
}

} // namespace nodescope::widgets
