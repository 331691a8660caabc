#include "widgets/acting/ConfirmActDialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/common/FittingWindow.h"
#include "widgets/common/Labels.h"
#include "widgets/common/SafeText.h"
#include "widgets/common/Words.h"

namespace nodescope::widgets {

ConfirmActDialog::ConfirmActDialog(const ActQuestion &question, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("ConfirmActDialog"));
    setWindowTitle(tr("Act on a live node"));
    setMinimumWidth(440);
    auto *layout = new QVBoxLayout(this);
    new FittingWindow(this);
    layout->setSpacing(12);
    layout->setContentsMargins(20, 20, 20, 16);
    addSteps(layout, question);
    if (question.mayPartition) {
        QLabel *warning = makeParagraph(TextRole::Error, this);
        warning->setText(tr("This may take more links down than this one."));
        layout->addWidget(warning);
        QLabel *who = makeParagraph(TextRole::Plain, this);
        who->setText(whoPrevents(question.preventing));
        layout->addWidget(who);
        QLabel *why = makeParagraph(TextRole::Plain, this);
        why->setText(tr("When two nodes of a mesh lose each other, global then disconnects others as well. A "
                        "mesh of three was seen to fall apart completely, without joining again by itself."));
        layout->addWidget(why);
    }
    if (!question.armed) {
        QLabel *arming = makeParagraph(TextRole::Secondary, this);
        arming->setText(
            tr("Acting is off for this cluster. Going on turns it on until you turn it off in the "
               "Cluster menu; you will still be asked each time."));
        layout->addWidget(arming);
    }
    addButtons(layout, question);
}

QString ConfirmActDialog::whoPrevents(const QList<base::NodeName> &told)
{
    if (told.isEmpty())
        return tr(
            "The nodes have not told whether their global prevents overlapping partitions; since OTP 25 "
            "it does unless prevent_overlapping_partitions is false.");
    if (told.size() == 1)
        return tr("%1 told that its global prevents overlapping partitions.").arg(nameFor(told.first()));
    return tr("%1 and %2 told that their global prevents overlapping partitions.")
        .arg(nameFor(told.at(0)), nameFor(told.at(1)));
}

void ConfirmActDialog::addPurpose(QVBoxLayout *layout, const ActQuestion::Step &step)
{
    using Purpose = ActQuestion::Step::Purpose;
    QLabel *what = makeParagraph(TextRole::Strong, this);
    layout->addWidget(what);
    if (step.purpose == Purpose::Run) {
        what->setText(tr("This will run on %1:").arg(nameFor(step.where)));
        return;
    }
    const bool dialled = step.purpose == Purpose::StepDialled;
    what->setText(dialled ? tr("Have %1 dial us, and step through the handshake.").arg(nameFor(step.where))
                          : tr("Step through a handshake with %1.").arg(nameFor(step.where)));
    QLabel *means = makeParagraph(TextRole::Plain, this);
    means->setText(tr("Each message of ours waits until you send it, and you may change it. The node may log "
                      "what it then reads. No link stays."));
    layout->addWidget(means);
    if (step.code.isEmpty())
        return;
    QLabel *runs = makeParagraph(TextRole::Plain, this);
    runs->setText(tr("If it is connected to us, this will run on it:"));
    layout->addWidget(runs);
}

void ConfirmActDialog::addSteps(QVBoxLayout *layout, const ActQuestion &question)
{
    for (const ActQuestion::Step &step : question.steps) {
        addPurpose(layout, step);
        if (step.code.isEmpty())
            continue;
        auto *card = new QFrame(this);
        card->setProperty("role", QStringLiteral("card"));
        auto *inside = new QVBoxLayout(card);
        QLabel *code = makeParagraph(TextRole::Mono, card);
        code->setText(visibleText(step.code));
        inside->addWidget(code);
        layout->addWidget(card);
    }
}

void ConfirmActDialog::addButtons(QVBoxLayout *layout, const ActQuestion &question)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *go = buttons->addButton(question.armed ? tr("Do it") : tr("Allow acting and do it"),
                                  QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("go"));
    // The careful answer is the default one, and Space means it too.
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setFocus();
    go->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

} // namespace nodescope::widgets
