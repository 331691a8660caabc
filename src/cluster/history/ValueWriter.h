#pragma once

#include "cluster/Delta.h"
#include "cluster/history/Bytes.h"
#include "cluster/history/DeltaTag.h"
#include "cluster/history/Mark.h"
#include "cluster/history/TextTable.h"

namespace nodescope::cluster {

/// Writes the values of the cluster as bytes; ValueReader reads them. A field is only ever added at the end
/// of its value: what reads an older value finds nothing there, what reads a newer one stops before it.
class ValueWriter
{
public:
    /// Times are written relative to this moment, milliseconds since the epoch.
    void setBase(qint64 milliseconds) { m_base = milliseconds; }
    /// Forgets all texts.
    void restart();
    /// How many texts are known.
    [[nodiscard]] qsizetype textCount() const { return m_numbers.size(); }

    /// False: this kind is not kept (what the doctor found has reports of its own).
    bool write(const Delta &delta);
    void write(const Mark &mark);
    void writeSize(qsizetype count) { m_out.number(static_cast<quint64>(count)); }

    /// What was written since; and the texts that came with it, which are to stand before it.
    [[nodiscard]] QByteArray takeValues() { return m_out.take(); }
    [[nodiscard]] QList<QString> takeNewTexts() { return std::exchange(m_newTexts, {}); }

private:
    DeltaTag put(const NodeChanged &delta);
    DeltaTag put(const NodeRemoved &delta);
    DeltaTag put(const LinkChanged &delta);
    DeltaTag put(const LinkRemoved &delta);
    DeltaTag put(const HostChanged &delta);
    DeltaTag put(const EventHappened &delta);
    DeltaTag put(const MessageHappened &delta);
    DeltaTag put(const SessionChanged &delta);
    DeltaTag put(const FiguresChanged &delta);
    DeltaTag put(const TrafficChanged &delta);
    template<class Other>
    DeltaTag put(const Other &)
    {
        return DeltaTag(0);
    }
    void put(const Diagnosis &diagnosis);
    void put(const RungResult &result);
    void put(const WireExcerpt &excerpt);
    void put(const EndTraffic &now, const EndTraffic &before);
    void put(const std::optional<quint64> &now, const std::optional<quint64> &before);
    /// Relative to the one before, whosever that was: a node tells of all its links at once.
    void instant(base::Instant at)
    {
        m_body.signedNumber(at.time_since_epoch().count() -
                            std::exchange(m_lastAt, at).time_since_epoch().count());
    }
    quint64 text(const QString &text);
    quint64 name(const base::NodeName &name) { return text(name.text()); }
    void names(const QList<base::NodeName> &names);
    void time(const QDateTime &time);
    void flag(bool value) { m_body.byte(value ? 1 : 0); }
    void duration(base::Duration duration) { m_body.signedNumber(duration.count()); }
    template<class Enumeration>
    void choice(Enumeration value)
    {
        m_body.number(static_cast<quint64>(value));
    }

    ByteWriter m_out;
    ByteWriter m_body;
    TextNumbers m_numbers;
    QList<QString> m_newTexts;
    // Counters are written as what was added since.
    QHash<quint64, Figures> m_figures; ///< by the number of the name
    QHash<quint64, Traffic> m_traffic; ///< by both numbers
    base::Instant m_lastAt{};
    qint64 m_base = 0;
};

} // namespace nodescope::cluster
