#pragma once

#include <optional>

#include "cluster/Delta.h"
#include "cluster/history/Bytes.h"
#include "cluster/history/DeltaTag.h"
#include "cluster/history/Mark.h"
#include "cluster/history/TextTable.h"

namespace nodescope::cluster {

/// The end of the year 9999, milliseconds since the epoch: no moment in a recording lies beyond.
inline constexpr qint64 LastMoment = 253'402'300'799'999;

/// Reads what ValueWriter wrote, or what somebody made of it: nothing that is read breaks an invariant of
/// the values. Kinds that are not known are passed over.
class ValueReader
{
public:
    void setBase(qint64 milliseconds) { m_base = milliseconds; }
    void restart();
    /// False: too many or too long.
    [[nodiscard]] bool addText(QByteArrayView utf8) { return m_texts.add(utf8); }

    /// Gives all deltas of a batch to `take(Delta)`; false: it holds something that is none, and what came
    /// before was read.
    template<class Take>
    [[nodiscard]] bool readAll(QByteArrayView bytes, Take take)
    {
        ByteReader in(bytes);
        while (!in.atEnd()) {
            const quint8 tag = in.byte();
            ByteReader body(in.bytes());
            if (!in.ok())
                return false;
            if (!isKnown(tag))
                continue;
            std::optional<Delta> delta = read(tag, body);
            if (!delta || !body.ok())
                return false;
            take(std::move(*delta));
        }
        return in.ok();
    }
    [[nodiscard]] std::optional<Mark> readMark(QByteArrayView bytes);

private:
    /// Others are of a later version.
    [[nodiscard]] static bool isKnown(quint8 tag)
    {
        return tag != 0 && tag <= static_cast<quint8>(DeltaTag::Message);
    }
    std::optional<Delta> read(quint8 tag, ByteReader &in);
    Node node(ByteReader &in);
    Link link(ByteReader &in);
    Host host(ByteReader &in);
    Event event(ByteReader &in);
    MessageStep message(ByteReader &in);
    SessionInfo session(ByteReader &in);
    Figures figures(ByteReader &in);
    Traffic traffic(ByteReader &in);
    void endTraffic(ByteReader &in, EndTraffic &end);
    Sighting sighting(ByteReader &in);
    static std::optional<quint64> counter(ByteReader &in, const std::optional<quint64> &before);
    base::Instant instant(ByteReader &in);
    Diagnosis diagnosis(ByteReader &in);
    RungResult rung(ByteReader &in);
    WireExcerpt excerpt(ByteReader &in);
    LinkKey key(ByteReader &in);
    QString text(ByteReader &in);
    /// Null is allowed only where it is said.
    base::NodeName name(ByteReader &in, bool mayBeNull = false);
    QDateTime time(ByteReader &in) const;
    static base::Duration duration(ByteReader &in) { return base::Duration(in.signedNumber()); }
    /// A number that older recordings do not have.
    static quint64 added(ByteReader &in) { return in.atEnd() ? 0 : in.number(); }
    static Certainty addedCertainty(ByteReader &in)
    {
        return in.atEnd() ? Certainty::Certain : choice(in, Certainty::CannotDistinguish);
    }
    static bool flag(ByteReader &in) { return in.byte() != 0; }
    static quint16 port(ByteReader &in);
    Cause cause(ByteReader &in);
    template<class Enumeration>
    static Enumeration choice(ByteReader &in, Enumeration last)
    {
        const quint64 value = in.number();
        return value <= static_cast<quint64>(last) ? static_cast<Enumeration>(value) : Enumeration{};
    }

    TextTable m_texts;
    QHash<quint64, Figures> m_figures;
    QHash<quint64, Traffic> m_traffic;
    base::Instant m_lastAt{};
    qint64 m_base = 0;
};

} // namespace nodescope::cluster
