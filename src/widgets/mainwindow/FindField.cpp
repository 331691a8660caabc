#include "widgets/mainwindow/FindField.h"

#include "widgets/style/Theme.h"

namespace nodescope::widgets {

FindField::FindField(const cluster::ClusterStore &store, QWidget *parent)
    : FilterField(store, parent)
{
    setObjectName(QStringLiteral("find"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(Theme::current(this).ipx(72));
    setMaximumWidth(Theme::current(this).ipx(420));
    FindField::retranslate();
}

QSize FindField::sizeHint() const
{
    return {Theme::current(this).ipx(360), QLineEdit::sizeHint().height()};
}

void FindField::retranslate()
{
    setPlaceholderText(tr("Find nodes: shop, host:db*, state:failed"));
    setAccessibleName(tr("Find nodes"));
    FilterField::retranslate();
}

} // namespace nodescope::widgets
