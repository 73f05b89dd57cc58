// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/working_file.h"

#include <google/protobuf/util/message_differencer.h>

#include "session/draft_query.h"
#include "session/question_file.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using google::protobuf::util::MessageDifferencer;

namespace {

// Nothing when there is none, or none that can be read.
QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

WorkingFile::WorkingFile(DraftQuery &draft, QWidget *window)
    : QObject(window)
    , m_draft(draft)
    , m_window(window)
{
    connect(&m_draft, &DraftQuery::startedOver, this, &WorkingFile::letGo);
    connect(&m_draft, &DraftQuery::changed, this, &WorkingFile::showEdited);
}

void WorkingFile::opened(const QString &path, const QByteArray &contents)
{
    m_path = path;
    m_contents = contents;
    m_spec = m_draft.spec();
    m_shownEdited = false;
    Q_EMIT changed();
}

void WorkingFile::letGo()
{
    if (!isOpen())
        return;
    m_path.clear();
    Q_EMIT changed();
}

QString WorkingFile::name() const
{
    return QFileInfo(m_path).fileName();
}

bool WorkingFile::isEdited() const
{
    return isOpen() && !MessageDifferencer::Equals(m_spec, m_draft.spec());
}

void WorkingFile::showEdited()
{
    if (std::exchange(m_shownEdited, isEdited()) != m_shownEdited)
        Q_EMIT changed();
}

void WorkingFile::save()
{
    if (QFile::exists(m_path) && contentsOf(m_path) != m_contents)
        askToOverwrite();
    else if (!isEdited() && QFile::exists(m_path))
        Q_EMIT said(tr("%1 is saved.").arg(name()));
    else
        write(m_path);
}

void WorkingFile::askToOverwrite()
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Save question"),
                                tr("%1 was changed by another program since it was opened here.").arg(name()),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("overwriteFile"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Overwriting it loses what was written there."));
    const QPushButton *overwrite = box->addButton(tr("Overwrite"), QMessageBox::DestructiveRole);
    QPushButton *other = box->addButton(tr("Save as…"), QMessageBox::AcceptRole);
    box->setDefaultButton(other);
    connect(overwrite, &QPushButton::clicked, this, [this, path = m_path] { write(path); });
    connect(other, &QPushButton::clicked, this, [this] { saveAs({}); });
    box->open();
}

void WorkingFile::saveAs(const QString &proposed)
{
    auto *dialog = new QFileDialog(m_window, tr("Save question as a file"), {}, tr("Query specs (*.insight.json)"));
    dialog->setObjectName(QStringLiteral("saveQuestionFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QLatin1String(questionFileSuffix).mid(1));
    dialog->selectFile(isOpen() ? m_path : proposed + QLatin1String(questionFileSuffix));
    connect(dialog, &QFileDialog::fileSelected, this, &WorkingFile::write);
    dialog->open();
}

void WorkingFile::write(const QString &path)
{
    const QString problem = saveQuestionFile(path, m_draft.spec());
    if (!problem.isEmpty()) {
        Q_EMIT said(problem);
        return;
    }
    opened(path, contentsOf(path));
    Q_EMIT saved(path);
    Q_EMIT said(tr("Saved %1.").arg(path));
}
