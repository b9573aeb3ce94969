<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "password-commons.ftl" as sessions>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("password", "password-confirm"); section>
  <#if section == "header">
    ${msg("updatePasswordTitle")}
  <#elseif section == "form">
    <form id="kc-passwd-update-form" action="${url.loginAction}" method="post" novalidate>
      <@field.password name="password-new" label=msg("passwordNew") autocomplete="new-password" required=true
          error=messagesPerField.get("password") focus=true/>
      <@field.password name="password-confirm" label=msg("passwordNewConfirm") autocomplete="new-password" required=true/>
      <@sessions.logoutOtherSessions/>
      <@field.send label="doSubmit"/>
    </form>
  </#if>
</@layout.registrationLayout>
