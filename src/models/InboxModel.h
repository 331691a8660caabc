#pragma once

#include <deque>

#include <QAbstractTableModel>

#include "cluster/Report.h"

namespace nodescope::models {

/// The messages that reached us, a row each, oldest first. Bounded by bytes and by rows; beyond, the oldest
/// rows go, several at once, and are counted. The newest message always stays, however large.
///
/// Lives on the window's thread.
class InboxModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Sender, Receiver, Size, Message, ColumnCount };

    static constexpr qint64 DefaultBytes = qint64(256) << 20;
    static constexpr int DefaultRows = 100'000;

    explicit InboxModel(QObject *parent = nullptr);

    /// Takes the mail of a batch; other reports are not for it.
    void take(const cluster::Reports &reports);
    /// Rows that are too many go at once.
    void setLimits(qint64 bytes, int rows);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const cluster::Mail &mailAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QModelIndex indexOf(quint64 id) const;
    [[nodiscard]] qint64 heldBytes() const { return m_bytes; }
    [[nodiscard]] qint64 maxBytes() const { return m_maxBytes; }
    /// Messages that came since the window exists, here or not any more.
    [[nodiscard]] quint64 received() const { return m_received; }
    /// Messages that had to go for want of room, here or on the way.
    [[nodiscard]] quint64 dropped() const { return m_dropped; }

Q_SIGNALS:
    /// One of the counts has changed.
    void countsChanged();

private:
    void append(QList<cluster::Mail> mails);
    void name(const cluster::SenderNamed &named);
    void makeRoom(qint64 bytes, qsizetype rows);

    std::deque<cluster::Mail> m_rows;
    qint64 m_bytes = 0;
    qint64 m_maxBytes = DefaultBytes;
    int m_maxRows = DefaultRows;
    quint64 m_received = 0;
    quint64 m_dropped = 0;
};

} // namespace nodescope::models
