#include "widgets/common/SelectionModel.h"

namespace nodescope::widgets {

SelectionModel::SelectionModel(QObject *parent)
    : QObject(parent)
{
}

void SelectionModel::select(const Selection &selection)
{
    const bool hadCompanion = !m_companion.isNull();
    m_companion = {};
    if (selection != m_current) {
        m_current = selection;
        Q_EMIT changed(m_current);
    }
    if (hadCompanion)
        Q_EMIT companionChanged();
}

void SelectionModel::selectBeside(const base::NodeName &second)
{
    const base::NodeName *first = node();
    if (!first || *first == second) {
        select(second);
        return;
    }
    m_companion = m_companion == second ? base::NodeName() : second;
    Q_EMIT companionChanged();
}

const base::NodeName *SelectionModel::companion() const
{
    return m_companion.isNull() ? nullptr : &m_companion;
}

void SelectionModel::clear()
{
    select(Selection{});
}

} // namespace nodescope::widgets
