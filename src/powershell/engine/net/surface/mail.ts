/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const MAIL = `
#System.Net.Mail.MailAddressCollection|class|System.Collections.ObjectModel.Collection\`1[System.Net.Mail.MailAddress]|System.Collections.Generic.IList\`1[System.Net.Mail.MailAddress] System.Collections.Generic.ICollection\`1[System.Net.Mail.MailAddress] System.Collections.Generic.IEnumerable\`1[System.Net.Mail.MailAddress] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[System.Net.Mail.MailAddress] System.Collections.Generic.IReadOnlyCollection\`1[System.Net.Mail.MailAddress]|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
cnew()
mvoid Add(string addresses)
#System.Net.Mail.MailMessage|class|System.Object|System.IDisposable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pmailaddress From {get;set;}
pmailaddress Sender {get;set;}
pmailaddress ReplyTo {get;set;}
pSystem.Net.Mail.MailAddressCollection ReplyToList {get;}
pSystem.Net.Mail.MailAddressCollection To {get;}
pSystem.Net.Mail.MailAddressCollection Bcc {get;}
pSystem.Net.Mail.MailAddressCollection CC {get;}
pSystem.Net.Mail.MailPriority Priority {get;set;}
pSystem.Net.Mail.DeliveryNotificationOptions DeliveryNotificationOptions {get;set;}
pstring Subject {get;set;}
pSystem.Text.Encoding SubjectEncoding {get;set;}
pSystem.Collections.Specialized.NameValueCollection Headers {get;}
pSystem.Text.Encoding HeadersEncoding {get;set;}
pstring Body {get;set;}
pSystem.Text.Encoding BodyEncoding {get;set;}
pSystem.Net.Mime.TransferEncoding BodyTransferEncoding {get;set;}
pbool IsBodyHtml {get;set;}
pSystem.Net.Mail.AttachmentCollection Attachments {get;}
pSystem.Net.Mail.AlternateViewCollection AlternateViews {get;}
cnew()
cnew(string from, string to)
cnew(string from, string to, string subject, string body)
cnew(mailaddress from, mailaddress to)
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Mail.SmtpClient|class|System.Object|System.IDisposable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Host {get;set;}
pint Port {get;set;}
pbool UseDefaultCredentials {get;set;}
pSystem.Net.ICredentialsByHost Credentials {get;set;}
pint Timeout {get;set;}
pSystem.Net.ServicePoint ServicePoint {get;}
pSystem.Net.Mail.SmtpDeliveryMethod DeliveryMethod {get;set;}
pSystem.Net.Mail.SmtpDeliveryFormat DeliveryFormat {get;set;}
pstring PickupDirectoryLocation {get;set;}
pbool EnableSsl {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509CertificateCollection ClientCertificates {get;}
pstring TargetName {get;set;}
cnew()
cnew(string host)
cnew(string host, int port)
mvoid Send(string from, string recipients, string subject, string body)
mvoid Send(System.Net.Mail.MailMessage message)
mvoid SendAsync(string from, string recipients, string subject, string body, System.Object userToken)
mvoid SendAsync(System.Net.Mail.MailMessage message, System.Object userToken)
mvoid SendAsyncCancel()
mSystem.Threading.Tasks.Task SendMailAsync(string from, string recipients, string subject, string body)
mSystem.Threading.Tasks.Task SendMailAsync(System.Net.Mail.MailMessage message)
mSystem.Threading.Tasks.Task SendMailAsync(string from, string recipients, string subject, string body, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task SendMailAsync(System.Net.Mail.MailMessage message, System.Threading.CancellationToken cancellationToken)
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Mail.Attachment|class|System.Net.Mail.AttachmentBase|System.IDisposable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Name {get;set;}
pSystem.Text.Encoding NameEncoding {get;set;}
pSystem.Net.Mime.ContentDisposition ContentDisposition {get;}
sSystem.Net.Mail.Attachment CreateAttachmentFromString(string content, string name)
sSystem.Net.Mail.Attachment CreateAttachmentFromString(string content, string name, System.Text.Encoding contentEncoding, string mediaType)
sSystem.Net.Mail.Attachment CreateAttachmentFromString(string content, System.Net.Mime.ContentType contentType)
cnew(string fileName)
cnew(string fileName, string mediaType)
cnew(string fileName, System.Net.Mime.ContentType contentType)
cnew(System.IO.Stream contentStream, string name)
cnew(System.IO.Stream contentStream, string name, string mediaType)
cnew(System.IO.Stream contentStream, System.Net.Mime.ContentType contentType)
#System.Net.Mail.AttachmentBase|abstract|System.Object|System.IDisposable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
pSystem.IO.Stream ContentStream {get;}
pstring ContentId {get;set;}
pSystem.Net.Mime.ContentType ContentType {get;set;}
pSystem.Net.Mime.TransferEncoding TransferEncoding {get;set;}
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Mail.AttachmentCollection|class|System.Collections.ObjectModel.Collection\`1[System.Net.Mail.Attachment]|System.Collections.Generic.IList\`1[System.Net.Mail.Attachment] System.Collections.Generic.ICollection\`1[System.Net.Mail.Attachment] System.Collections.Generic.IEnumerable\`1[System.Net.Mail.Attachment] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[System.Net.Mail.Attachment] System.Collections.Generic.IReadOnlyCollection\`1[System.Net.Mail.Attachment] System.IDisposable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Mail.AlternateView|class|System.Net.Mail.AttachmentBase|System.IDisposable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Net.Mail.LinkedResourceCollection LinkedResources {get;}
puri BaseUri {get;set;}
sSystem.Net.Mail.AlternateView CreateAlternateViewFromString(string content)
sSystem.Net.Mail.AlternateView CreateAlternateViewFromString(string content, System.Text.Encoding contentEncoding, string mediaType)
sSystem.Net.Mail.AlternateView CreateAlternateViewFromString(string content, System.Net.Mime.ContentType contentType)
cnew(string fileName)
cnew(string fileName, string mediaType)
cnew(string fileName, System.Net.Mime.ContentType contentType)
cnew(System.IO.Stream contentStream)
cnew(System.IO.Stream contentStream, string mediaType)
cnew(System.IO.Stream contentStream, System.Net.Mime.ContentType contentType)
#System.Net.Mail.AlternateViewCollection|class|System.Collections.ObjectModel.Collection\`1[System.Net.Mail.AlternateView]|System.Collections.Generic.IList\`1[System.Net.Mail.AlternateView] System.Collections.Generic.ICollection\`1[System.Net.Mail.AlternateView] System.Collections.Generic.IEnumerable\`1[System.Net.Mail.AlternateView] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[System.Net.Mail.AlternateView] System.Collections.Generic.IReadOnlyCollection\`1[System.Net.Mail.AlternateView] System.IDisposable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Mail.LinkedResource|class|System.Net.Mail.AttachmentBase|System.IDisposable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
puri ContentLink {get;set;}
sSystem.Net.Mail.LinkedResource CreateLinkedResourceFromString(string content)
sSystem.Net.Mail.LinkedResource CreateLinkedResourceFromString(string content, System.Text.Encoding contentEncoding, string mediaType)
sSystem.Net.Mail.LinkedResource CreateLinkedResourceFromString(string content, System.Net.Mime.ContentType contentType)
cnew(string fileName)
cnew(string fileName, string mediaType)
cnew(string fileName, System.Net.Mime.ContentType contentType)
cnew(System.IO.Stream contentStream)
cnew(System.IO.Stream contentStream, string mediaType)
cnew(System.IO.Stream contentStream, System.Net.Mime.ContentType contentType)
#System.Net.Mail.LinkedResourceCollection|class|System.Collections.ObjectModel.Collection\`1[System.Net.Mail.LinkedResource]|System.Collections.Generic.IList\`1[System.Net.Mail.LinkedResource] System.Collections.Generic.ICollection\`1[System.Net.Mail.LinkedResource] System.Collections.Generic.IEnumerable\`1[System.Net.Mail.LinkedResource] System.Collections.IEnumerable System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyList\`1[System.Net.Mail.LinkedResource] System.Collections.Generic.IReadOnlyCollection\`1[System.Net.Mail.LinkedResource] System.IDisposable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Mail.DeliveryNotificationOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
eflags|System.Int32|None=0,OnSuccess=1,OnFailure=2,Delay=4,Never=134217728
#System.Net.Mail.SmtpDeliveryMethod|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||101|
e|System.Int32|Network=0,SpecifiedPickupDirectory=1,PickupDirectoryFromIis=2
`;
