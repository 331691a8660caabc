#include "widgets/terms/TermWindow.h"

#include <QVBoxLayout>

#include "widgets/common/SafeText.h"
#include "widgets/style/Theme.h"
#include "widgets/terms/TermView.h"

namespace nodescope::widgets {

TermWindow::TermWindow(const QByteArray &externalTerm, const QString &title, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_view(new TermView(this))
{
    setObjectName(QStringLiteral("TermWindow"));
    setWindowTitle(visibleText(title, 120));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->open(externalTerm);
    const Theme theme = Theme::current(this);
    resize(theme.ipx(860), theme.ipx(520));
}

} // namespace nodescope::widgets
