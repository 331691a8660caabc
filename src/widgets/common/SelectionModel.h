#pragma once

#include <variant>

#include <QObject>

#include "base/NodeName.h"
#include "cluster/Link.h"

namespace nodescope::widgets {

/// An event of the cluster, by its id (cluster::Event::id).
struct EventId
{
    quint64 id = 0;
    friend bool operator==(const EventId &, const EventId &) = default;
};

/// A message with all that became of it (cluster::MessageStep::exchange).
struct ExchangeId
{
    quint64 exchange = 0;
    friend bool operator==(const ExchangeId &, const ExchangeId &) = default;
};

/// What is selected: nothing, a node, a link, an event or a message.
using Selection = std::variant<std::monostate, base::NodeName, cluster::LinkKey, EventId, ExchangeId>;

/// The one selection that all panes share: selecting in one shows in every other. Lives on the
/// window's thread; owned by the composition root, which hands a reference to each pane.
class SelectionModel : public QObject
{
    Q_OBJECT

public:
    explicit SelectionModel(QObject *parent = nullptr);

    [[nodiscard]] const Selection &current() const { return m_current; }
    /// Null unless that kind of thing is selected. Valid until the selection changes.
    [[nodiscard]] const base::NodeName *node() const { return std::get_if<base::NodeName>(&m_current); }
    [[nodiscard]] const cluster::LinkKey *link() const { return std::get_if<cluster::LinkKey>(&m_current); }
    /// A second node, selected beside the one that node() is: for what is about two of them. Null: none.
    [[nodiscard]] const base::NodeName *companion() const;
    [[nodiscard]] const EventId *eventId() const { return std::get_if<EventId>(&m_current); }

public Q_SLOTS:
    /// Emits changed only when it is another selection.
    /// A companion goes with the selection that it stood beside.
    void select(const nodescope::widgets::Selection &selection);
    /// Selects a second node beside the first, or no longer, if it is that already; alone if there is no
    /// first.
    void selectBeside(const nodescope::base::NodeName &node);
    void clear();

Q_SIGNALS:
    void changed(const nodescope::widgets::Selection &selection);
    /// After changed(), where both come.
    void companionChanged();

private:
    Selection m_current;
    base::NodeName m_companion; ///< null: none
};

} // namespace nodescope::widgets

Q_DECLARE_METATYPE(nodescope::widgets::Selection)
