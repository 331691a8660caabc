#include "widgets/mainwindow/AboutDialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QVBoxLayout>

#include "widgets/common/FittingWindow.h"
#include "widgets/common/Labels.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Theme.h"

namespace nodescope::widgets {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Nodescope"));
    const Theme theme = Theme::current(this);
    auto *mark = new QLabel(this);
    mark->setPixmap(icon(Glyph::NodeSelf, theme.accent).pixmap(theme.ipx(40), theme.ipx(40)));
    QLabel *title = makeLabel(TextRole::Title, this);
    title->setText(QStringLiteral("Nodescope ") + QCoreApplication::applicationVersion());
    const QString paragraphs[] = {
        tr("See, explain and shape Erlang and Elixir clusters. Nodescope joins a cluster by speaking the "
           "distribution "
           "protocol itself."),
        tr("On your nodes it leaves nothing behind: it connects as a hidden node under a name that each node "
           "gives it, "
           "watches through one small process that ends with the connection, and never changes a cookie."),
        tr("Licence: Apache-2.0. Made with Qt %1.").arg(QString::fromLatin1(qVersion())),
    };
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(mark);
    head->addWidget(title, 1);
    auto *layout = new QVBoxLayout(this);
    new FittingWindow(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    for (const QString &text : paragraphs) {
        QLabel *label = makeParagraph(TextRole::Plain, this);
        label->setMinimumWidth(theme.ipx(400));
        label->setText(text);
        layout->addWidget(label);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

} // namespace nodescope::widgets
