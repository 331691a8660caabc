#include "widgets/graphview/GraphAccessible.h"

#include <memory>
#include <unordered_map>

#include <QAccessibleWidget>

#include "widgets/graphview/GraphTips.h"
#include "widgets/graphview/GraphViewPrivate.h"

namespace nodescope::widgets {

namespace {

/// One node of the view. Holds a name, never an index or a pointer into the graph.
class AccessibleNode : public QAccessibleInterface
{
public:
    AccessibleNode(GraphView *view, const base::NodeName &name)
        : m_view(view)
        , m_name(name)
    {
    }

    bool isValid() const override { return m_view && m_view->nodesInOrder().contains(m_name); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && m_view ? m_view->accessibleTextOf(m_name) : QString();
    }

    QRect rect() const override
    {
        if (!m_view)
            return {};
        const qreal radius = m_view->radiusInView(m_name);
        const QPointF corner = m_view->positionInView(m_name) - QPointF(radius, radius);
        return QRect(m_view->viewport()->mapToGlobal(corner.toPoint()),
                     QSize(qRound(2 * radius), qRound(2 * radius)));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = state.focusable = true;
        state.selected = m_view && m_view->isSelected(m_name);
        state.focused = state.selected && m_view->hasFocus();
        return state;
    }

private:
    QPointer<GraphView> m_view;
    base::NodeName m_name;
};

class AccessibleGraph : public QAccessibleWidget
{
public:
    explicit AccessibleGraph(GraphView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }
    ~AccessibleGraph() override
    {
        for (const auto &[name, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(view()->nodesInOrder().size()); }

    QAccessibleInterface *child(int index) const override
    {
        const QList<base::NodeName> names = view()->nodesInOrder();
        if (index < 0 || index >= names.size())
            return nullptr;
        const base::NodeName &name = names[index];
        const auto it = m_children.find(name);
        if (it != m_children.end())
            return QAccessible::accessibleInterface(it->second);
        auto *node = new AccessibleNode(view(), name); // Qt's registry owns it
        m_children.emplace(name, QAccessible::registerAccessibleInterface(node));
        return node;
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        const QList<base::NodeName> names = view()->nodesInOrder();
        for (int i = 0; i < int(names.size()); ++i) {
            const auto it = m_children.find(names[i]);
            if (it != m_children.end() && QAccessible::accessibleInterface(it->second) == wanted)
                return i;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const Selection item = view()->itemAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        const auto *name = std::get_if<base::NodeName>(&item);
        return name ? child(int(view()->nodesInOrder().indexOf(*name))) : nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        const QList<base::NodeName> names = view()->nodesInOrder();
        for (int i = 0; i < int(names.size()); ++i) {
            if (view()->isSelected(names[i]))
                return child(i);
        }
        return nullptr;
    }

private:
    [[nodiscard]] GraphView *view() const { return static_cast<GraphView *>(object()); }

    mutable std::unordered_map<base::NodeName, QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<GraphView *>(object);
    return view ? new AccessibleGraph(view) : nullptr;
}

} // namespace

void installGraphAccessibility()
{
    QAccessible::removeFactory(makeInterface);
    QAccessible::installFactory(makeInterface);
}

} // namespace nodescope::widgets
