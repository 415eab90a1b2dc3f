namespace GovAccountConsole.Infrastructure.Notices;

/// <summary>Marks the sentences of notices and mails.</summary>
public sealed class NoticeText;
