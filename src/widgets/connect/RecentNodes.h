#pragma once

#include <optional>

#include <QList>
#include <QObject>
#include <QSettings>

#include "base/NodeName.h"

namespace nodescope::widgets {

/// The nodes that the person connected to last, newest first. Names and EPMD ports only: never a
/// cookie (robustness case 41).
class RecentNodes : public QObject
{
    Q_OBJECT

public:
    static constexpr int Capacity = 8;

    struct Entry
    {
        base::NodeName node;
        quint16 epmdPort = 0; ///< 0: the default
    };

    explicit RecentNodes(QSettings &settings, QObject *parent = nullptr);
    /// Entries that are no node names (somebody edited the file) are left out.
    [[nodiscard]] QList<Entry> entries() const;
    /// It comes first. Without a port it keeps the one that it had.
    void add(const base::NodeName &node, std::optional<quint16> epmdPort);
    void remove(const base::NodeName &node);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void store(const QList<Entry> &entries);

    QSettings &m_settings;
};

} // namespace nodescope::widgets
