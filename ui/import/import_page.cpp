// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_page.h"

#include "session/column_choice.h"
#include "ui/charts/note_bar.h"
#include "ui/import/import_column_delegate.h"
#include "ui/import/import_foot.h"
#include "ui/import/import_form.h"
#include "ui/import/import_models.h"
#include "ui/import/import_table.h"
#include "ui/import/import_words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace datasets::v1;

namespace {

constexpr int headerHeight = 72;
constexpr int titleHeight = 32;
constexpr int columnRow = 32;
constexpr int columnHeader = 28;
constexpr int lineRow = 24;
constexpr int lineHeader = 40;

QFrame *line(Qt::Orientation orientation)
{
    auto *rule = new QFrame;
    rule->setProperty("rule", true);
    orientation == Qt::Horizontal ? rule->setFixedHeight(1) : rule->setFixedWidth(1);
    return rule;
}

} // namespace

ImportPage::ImportPage(const Theme &theme, FileImport &import, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_import(import)
    , m_columns(new FileColumnModel(this))
    , m_lines(new FileLineModel(this))
{
    setObjectName(QStringLiteral("importPage"));
    createWidgets();
    connect(&m_import, &FileImport::stateChanged, this, &ImportPage::showState);
    connect(m_columns, &FileColumnModel::mapChosen, &m_import, &FileImport::setMap);
    connect(m_form, &ImportForm::partChosen, this, [this](ColumnRole part, const QString &column) {
        m_import.setMap(withPart(m_import.map(), part, column.toStdString()));
    });
    connect(m_form, &ImportForm::timezoneChosen, this,
            [this](const QString &zone) { m_import.setTimezone(zone.toStdString()); });
    connect(m_form, &ImportForm::changed, this, &ImportPage::showFoot);
    connect(m_foot, &ImportFoot::forwardClicked, this, &ImportPage::goForward);
    connect(m_note, &NoteBar::actionClicked, this, &ImportPage::reconnectWanted);
    connect(m_foot, &ImportFoot::backClicked, this, &ImportPage::goBack);
    auto *escape = new QShortcut(QKeySequence::Cancel, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ImportPage::goBack);
    showState();
}

void ImportPage::createWidgets()
{
    m_note = new NoteBar(m_theme);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createHeader());
    column->addWidget(line(Qt::Horizontal));
    column->addWidget(m_note);
    column->addWidget(createBody(), 1);
    column->addWidget(line(Qt::Horizontal));
    m_foot = new ImportFoot(m_theme);
    column->addWidget(m_foot);
}

QWidget *ImportPage::createHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(headerHeight);
    header->setAutoFillBackground(true);
    header->setBackgroundRole(QPalette::Base);
    m_title = importLabel(m_theme, Type::Question, "", "importTitle");
    m_facts = importLabel(m_theme, Type::Table, "text2", "importFacts");
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    return header;
}

QWidget *ImportPage::createBody()
{
    m_columnTable = importTable(m_theme, *m_columns, columnRow, columnHeader, nullptr);
    m_columnTable->setObjectName(QStringLiteral("importColumns"));
    m_columnTable->setAccessibleName(tr("Columns in the file"));
    ImportColumnDelegate::install(m_theme, *m_columnTable, columnRow);
    m_columnTable->horizontalHeader()->setStretchLastSection(true);
    m_lineTable = importTable(m_theme, *m_lines, lineRow, lineHeader, nullptr);
    m_lineTable->setObjectName(QStringLiteral("importLines"));
    m_lineTable->setAccessibleName(tr("First lines of the file"));
    auto *previewTitle = importLabel(m_theme, Type::Table, "text2", "importLinesTitle");
    previewTitle->setText(tr("The first lines, as they are in the file"));
    previewTitle->setFixedHeight(titleHeight);
    previewTitle->setContentsMargins(16, 0, 16, 0);
    auto *preview = new QWidget;
    auto *previewColumn = new QVBoxLayout(preview);
    previewColumn->setContentsMargins(0, 0, 0, 0);
    previewColumn->setSpacing(0);
    previewColumn->addWidget(previewTitle);
    previewColumn->addWidget(line(Qt::Horizontal));
    previewColumn->addWidget(m_lineTable, 1);

    auto *split = new QSplitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("importSplit"));
    split->setHandleWidth(1);
    split->addWidget(m_columnTable);
    split->addWidget(preview);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);

    m_form = new ImportForm(m_theme);
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(split, 1);
    row->addWidget(line(Qt::Vertical));
    row->addWidget(m_form);
    return body;
}

void ImportPage::setProjects(const std::vector<catalog::v1::Project> &projects)
{
    m_form->setProjects(projects);
}

void ImportPage::open(const QStringList &paths)
{
    m_shownPath.clear();
    m_form->setProject(projectNameFor(paths.value(0)));
    m_import.open(paths);
}

void ImportPage::goForward()
{
    if (const auto *imported = std::get_if<Imported>(&m_import.state())) {
        const QString project = QString::fromStdString(imported->progress.summary().project());
        m_import.close();
        Q_EMIT projectWanted(project);
        return;
    }
    m_import.start(m_form->target());
}

void ImportPage::goBack()
{
    if (std::holds_alternative<Importing>(m_import.state()))
        return m_import.cancel();
    m_import.close();
    Q_EMIT closed();
}

void ImportPage::showState()
{
    const ImportState &state = m_import.state();
    m_title->setText(tr("Import %1").arg(fileTitle(m_import.paths())));
    const bool isEditable = !std::holds_alternative<Importing>(state) && !std::holds_alternative<Imported>(state);
    m_form->setEditable(isEditable);
    m_columns->setEditable(isEditable);
    const bool isNew = std::holds_alternative<Looked>(state) && m_shownPath != m_import.paths().value(0);
    if (std::holds_alternative<Looked>(state))
        showPreview();
    else if (std::holds_alternative<Looking>(state) && m_import.preview().columns_size() == 0)
        showPreview(); // another file: what was there goes
    const ImportProgress *progress = nullptr;
    if (const auto *importing = std::get_if<Importing>(&state))
        progress = &importing->progress;
    if (const auto *imported = std::get_if<Imported>(&state))
        progress = &imported->progress;
    if (progress != nullptr)
        m_form->showBadLines(progress->bad(), progress->bad_lines(), m_import.paths().size() > 1);

    const QString problem = problemOf(m_import.preview());
    if (const auto *failed = std::get_if<ImportFailed>(&state))
        m_note->showNote(NoteKind::Bad, importFailureText(failed->failure),
                         failed->failure.kind == Failure::Kind::Unreachable ? tr("Try again") : QString(),
                         tr("Not imported."));
    else if (!problem.isEmpty() && !std::holds_alternative<Looking>(state))
        m_note->showNote(m_import.preview().columns_size() > 0 ? NoteKind::Warn : NoteKind::Bad, problem);
    else
        m_note->hideNote();
    showFoot();
    if (isNew || std::holds_alternative<Imported>(state))
        m_foot->focusWayForward();
}

void ImportPage::showPreview()
{
    const PreviewResponse &preview = m_import.preview();
    m_facts->setText(fileFacts(preview));
    m_columns->setPreview(preview, m_import.map());
    m_lines->setPreview(preview, m_import.map());
    m_form->showPreview(preview, m_import.map());
    m_form->showBadLines(preview.bad(), preview.bad_lines(), false);
    if (preview.columns_size() > 0) {
        fitImportColumns(*m_lineTable);
        if (m_shownPath != m_import.paths().value(0))
            fitImportColumns(*m_columnTable);
    }
    if (std::holds_alternative<Looked>(m_import.state()))
        m_shownPath = m_import.paths().value(0);
}

void ImportPage::showFoot()
{
    m_foot->showState(m_import.state(), m_import.canStart() && m_form->isComplete());
}
