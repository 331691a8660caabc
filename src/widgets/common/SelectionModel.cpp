#include "widgets/common/SelectionModel.h"

namespace nodescope::widgets {

SelectionModel::SelectionModel(QObject *parent)
    : QObject(parent)
{
}

void SelectionModel::select(const Selection &selection)
{
    if (selection == m_current)
        return;
    m_current = selection;
    Q_EMIT changed(m_current);
}

void SelectionModel::clear()
{
    select(Selection{});
}

} // namespace nodescope::widgets
